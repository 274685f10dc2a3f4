// What must never be hidden, recognised by its form. The policy lets a protected match stand against any score,
// unless a rule with `unmasks = true` saw the mark of a fraud that copies the form.

rule one_time_code {
    meta:
        title = "One-time code"
        category = "transaction"
        weight = 0
        protects = true
        why = "A hidden code locks its receiver out."
    strings:
        $en_1 = /\b(authentication|authori[sz]ation|single[- ]use|2fa|2-step|two-factor|validation|dynamic|pairing|confirmation|temporary|activation|one[- ]?time|reset|recovery|sign-?in|registration|security|verification|transaction|access|sms|verify|login|log-?in)[ -]?[ -]?((pass|id)[ -]?)?(passcode|passwort|codes?|key|password|pin|number)\b/ nocase
        $en_2 = /\b(o\.t\.p|passcode|otac|tpin|smstan|sms-?tan|photo-?tan|push-?tan|itan|t-pin|secure code|securecode|verified by visa|one[- ]?time (pass(word|code)?|pin|code)|m-?pin otp|3d ?secure|mtan|otp)\b/ nocase
        $en_3 = /(code|pin|passcode)( is|:| -|=) ?:? ?[a-z]{0,2}-?(6|7|3|8|9|5|4|0|2|1)[0-9]{2,3}[ -]?[0-9]{1,4}\b/ nocase
        $en_4 = /\b[0-9]{3}[ -]?[0-9]{1,5} (is|as) (your|the|ur)\b.{0,40}\b(code|otp|pin|password|passcode)\b/ nocase
        $en_5 = /\b(use|enter|input|type) (the |this )?(code )?:?[0-9]{3}[ -]?[0-9]{1,5}\b.{0,40}\b(to|as|for)\b/ nocase
        $en_6 = /( pin|\bpin:|code|\botp|password)( for [a-z0-9 .\'&-]{1,40})?( is|:| =)/ nocase
        $de = /\b((sicherheits|verifizierungs|aktivierungs|anmelde|zugangs|freigabe|einmal|verifikations|registrierungs|authentifizierungs|bestatigungs|best.{1,2}tigungs|login-?)[ -]?(code|kennwort|passwort|pin)|smstan|mtan|\btan\b|einmalpasswort)/ nocase
        $fr = /\b(codes? (de |d')?(validation|authentification|connexion|securite|confirmation|activation|verification|acces|verif)|code (unique|secret|temporaire|sms|a usage unique)|mot de passe (a usage )?(unique|temporaire)|(votre|ton) code\b)/ nocase
        $es = /\b(clave (dinamica|de un solo uso|temporal|otp|sms)|contrasena (temporal|de un solo uso)|token (de )?(seguridad|acesso|seguranca|bancario)|senha (temporaria|de uso unico|provisoria)|codigo (de )?(confirmacion|activacion|autenticacion|autorizacion|validacion|seguranca|ativacao|acesso|autenticacao|autorizacao|validacao|unico|registro|acceso|confirmacao|verificacao|verificacion|seguridad|otp|sms)|(teu|o seu|seu|el|tu|su) codigo)/ nocase
        $it = /\b(codice (di )?(attivazione|accesso|autorizzazione|autenticazione|temporaneo|monouso|sicurezza|conferma|otp|verifica|sms)|(il tuo|il suo) codice|password (temporanea|monouso))/ nocase
        $nl = /\b(beveiligings ?code|bevestigings ?code|toegangs ?code|inlog ?code|activerings?code|eenmalige? (code|wachtwoord|pincode)|verificeringscode|tan-?code|je code|uw code|kertakayttokoodi|turvakoodi|kinnituskood|(verifierings|sakerhets|bekraftelse|inloggnings|bekreftelses|godkjennings|verifikations|sikkerheds|bekræftelses|bekraeftelses|engangs)-?(koden|koder|losenord|passord|adgangskode|kode|kod)|din (kod|kode)|vahvistuskoodi|verificatie ?code)/ nocase
        $tr = /\b((guvenlik|aktivasyon|tek kullanimlik|teyit|onay|islem|giris|3d|dogrulama|sms)[ -]?(kod|sifre|parola|pin|sifrem)|sifreniz|kodunuz|kodu ?:|dogrulama icin)/ nocase
        $id = /\b(kod (pengesahan|keselamatan|otp|tac|pengaktifan)|nombor tac|kode anda|kata sandi sekali|\btac\b|kode (keamanan|konfirmasi|aktivasi|akses|unik|registrasi|rahasia|masuk|verifikasi|otp|pin|login))/ nocase
        $pl = /\b(haslo (sms|jednoraz)|(autorizacni|potvrzovaci|bezpecnostni|autorizac|potvrdzovac|bezpecnostn|aktivac|overovaci|overovac|sms)[a-z]{0,20} kod|(kod|kód)( je|:)|jednorazov|(kod za|verifikacijski kod|potvrdni kod|kontrolni kod|kod za potvrdu|varnostna koda|potrditvena koda|enkratno geslo|jednokratn)|patvirtinimo kod|vienkartin|apstiprinajuma kod|parbaudes kod|kodi (yt|i verifikimit|juaj)|(ellenorzo|megerosito|biztonsagi|aktivalo|hitelesito|belepesi) ?kod|(codul|cod|codul tau)( de)? (securitate|confirmare|activare|autentificare|verificare|unic|acces)|codul (tau|dvs|dumneavoastra)|(overovaci|jednorazove|autorizacni) heslo|heslo je|kod (autoryzac|potwierdz|aktywac|bezpiecz|logowan|jednoraz|overeni|potvrzen|dostep|overovaci|weryfikac|sms|do))/ nocase
        $vi = /\b(ma (xac (thuc|nhan|minh)|otp|bao mat|kich hoat|giao dich)|mat khau (otp|mot lan|su dung mot lan))\b/ nocase
        $tl = /\b((ang )?(iyong |inyong )?(verification |security )?(code|otp) (mo |ninyo )?(ay|para)|huwag (ibahagi|ibigay|i-?share))\b/ nocase
        $hi = /\b((apka|aapka|aapki) (otp|code|verification)|otp hai|code hai)\b/ nocase
        $sw = /\b(nambari (ya|yako)|msimbo|namba ya siri|kodi yako)\b/ nocase
        $ru_1 = "код подтвержден"
        $ru_2 = "код для"
        $ru_3 = "код доступа"
        $ru_4 = "ваш код"
        $ru_5 = "никому не"
        $ru_6 = "код:"
        $ru_7 = "код -"
        $ru_8 = "одноразов"
        $ru_9 = "проверочный код"
        $ru_10 = "код безопасности"
        $ru_11 = "код активации"
        $ru_12 = "пароль:"
        $ru_13 = "пароль для"
        $ru_14 = "смс-код"
        $ru_15 = "код авторизации"
        $ru_16 = "код входа"
        $ru_17 = "код регистрации"
        $ru_18 = "код проверки"
        $uk_1 = "код підтвердження"
        $uk_2 = "ваш пароль"
        $uk_3 = "нікому не"
        $bg_1 = "код за"
        $bg_2 = "вашият код"
        $sr_1 = "код за потврду"
        $el_1 = "κωδικος"
        $el_2 = "κωδικός"
        $el_3 = "κωδικό"
        $el_4 = "κωδικο"
        $ar_1 = "رمز التحقق"
        $ar_2 = "رمز التأكيد"
        $ar_3 = "كود التحقق"
        $ar_4 = "كود التفعيل"
        $ar_5 = "رمز التفعيل"
        $ar_6 = "الرمز"
        $ar_7 = "كلمة المرور لمرة"
        $ar_8 = "رمز"
        $ar_9 = "كلمة السر"
        $ar_10 = "الرقم السري"
        $ar_11 = "كود"
        $fa_1 = "کد تایید"
        $fa_2 = "کد ورود"
        $fa_3 = "رمز پویا"
        $fa_4 = "کد فعال"
        $fa_5 = "کد"
        $fa_6 = "رمز یکبار"
        $ur_1 = "کوڈ"
        $he_1 = "קוד"
        $he_2 = "סיסמ"
        $hi2_1 = "ओटीपी"
        $hi2_2 = "कोड"
        $hi2_3 = "सत्यापन"
        $bn_1 = "কোড"
        $bn_2 = "ওটিপি"
        $ta = "குறியீ"
        $te = "కోడ్"
        $mr = "कूट"
        $gu = "કોડ"
        $kn = "ಕೋಡ್"
        $ml = "കോഡ്"
        $pa = "ਕੋਡ"
        $si = "කේතය"
        $ne = "प्रमाणीकरण"
        $th_1 = "รหัส"
        $th_2 = "โอทีพี"
        $lo = "ລະຫັດ"
        $km = "លេខកូដ"
        $my = "ကုဒ်"
        $zh_1 = "验证码"
        $zh_2 = "驗證碼"
        $zh_3 = "校验码"
        $zh_4 = "动态密码"
        $zh_5 = "動態密碼"
        $zh_6 = "认证码"
        $zh_7 = "確認碼"
        $zh_8 = "动态码"
        $zh_9 = "安全码"
        $zh_10 = "激活码"
        $zh_11 = "識別碼"
        $zh_12 = "密碼"
        $zh_13 = "随机码"
        $ja_1 = "認証コード"
        $ja_2 = "確認コード"
        $ja_3 = "認証番号"
        $ja_4 = "ワンタイムパスワード"
        $ja_5 = "パスコード"
        $ja_6 = "セキュリティコード"
        $ja_7 = "暗証番号"
        $ja_8 = "確認番号"
        $ja_9 = "ログインコード"
        $ko_1 = "인증번호"
        $ko_2 = "인증 번호"
        $ko_3 = "인증코드"
        $ko_4 = "확인 코드"
        $ko_5 = "인증 코드"
        $ko_6 = "보안코드"
        $ka = "კოდი"
        $hy = "կոդ"
        $kk = "растау коды"
        $az = /\b(tesdiq kodu|tasdiq kodi|tasdiqlash kodi|tastyqtau kody|tekshirish kodi|birdəfəlik|maxfiy kod)/ nocase
        $mn = "баталгаажуулах"
        $am = "ኮድ"
    condition:
        code_digits and any of them
}

rule bank_alert {
    meta:
        title = "Bank or card alert"
        category = "transaction"
        weight = 0
        protects = true
        why = "Account movements must arrive; their form is a masked account or card with an amount, a balance or a reference."
    strings:
        $account_1 = /\b(acc\.|mastercard|amex|rupay|rek\.|rachunek|akaun|kad |kortti|iban|kartu|kort |savings?|vpa |rek |visa|acc |credit card|debit card|acct|cartao|carta|karte|tarjeta|compte|cuenta|rekening|konto|a\/c|kart|till |hesab|loan|wallet|no\.|card|conta|account)[^0-9*x]{0,12}[x*.#-] ?-?[0-9]{3,6}\b/ nocase
        $amount_code = /( usd| kwd| omr| bhd| egp| lbp| ngn| kes| zar| ugs| tzs| birr| npr| mmk| thb| baht| myr| hkd| cny| rmb| jpy| krw| vnd| nzd| brl| clp| uyu| crc| gtq| dop| rur| uah| grn| hrn| huf| bgn| rsd| chf| dkk| isk| ils| nis| dhs| dzd| tnd| xof| fcfa| cfa| azn| amd| kzt| uzs| byn| jod| ugx| pkr| lkr| idr| sgd| ars| xaf| qar| ksh| tsh| cad| aed| zmw| gel| ghs| bdt| czk| ron| rub| pln| irr| etb| aud| php| sar| cop| gbp| sek| mxn| inr| lei| eur| din| nok| pen)[^a-z]/ nocase
        $amount_glued = /\b(usd|kwd|omr|bhd|egp|kes|zar|tzs|thb|ghc|xof|fcfa|cfa|jod|idr|pkr|npr|qar|ugx|myr|sgd|lkr|zmw|aed|bdt|ghs|ksh|ngn|php|gbp|sar|inr|eur)[. ]?[0-9]/ nocase
        $amount_short = /( kc| zl| s\/|rp\.|tk\.|tk[0-9]| dt| rm| ft| sr| dh| kr| mt| tk| rp|rs\.| tl|rs [0-9]| rs| br| da)[.:]? ?[0-9]/ nocase
        $amount_unit = /[0-9]( kc| zl|0tl|0kr|0zl|000d|0rs|5tl| dt| tg| ft| sr| ron|000vnd| dh| lv| kr| lei| sum| din| tl| rs| br| som| da)\b/ nocase
        $amount_sign = /(\xc2\xa3 ?[0-9]|\$0|\$1|\$2|\$3|\$4|\$5|\$6|\$7|\$8|\$9)/
        $amount_decimal = /[0-9](,7|,1|,6|\.6|\.8|\.7|,8|,3|\.3|,2|\.1|\.2|,4|\.9|,5|\.5|\.4|\.0|,9|,0)[0-9]\b/
        $amount_sym_0 = "₹"
        $amount_sym_1 = "€"
        $amount_sym_2 = "₽"
        $amount_sym_3 = "₺"
        $amount_sym_4 = "₪"
        $amount_sym_5 = "₫"
        $amount_sym_6 = "₴"
        $amount_sym_7 = "円"
        $amount_sym_8 = "元"
        $amount_sym_9 = "원"
        $amount_sym_10 = "₱"
        $amount_sym_11 = "₦"
        $amount_sym_12 = "৳"
        $amount_sym_13 = "ريال"
        $amount_sym_14 = "درهم"
        $amount_sym_15 = "руб"
        $amount_sym_16 = "ש\"ח"
        $amount_sym_17 = "บาท"
        $amount_sym_18 = "грн"
        $amount_sym_19 = "جنيه"
        $amount_sym_20 = "دينار"
        $amount_sym_21 = "¥"
        $amount_sym_22 = "￥"
        $amount_sym_23 = "₸"
        $amount_sym_24 = "ریال"
        $amount_sym_25 = "zł"
        $move_1 = /\b(trf|trxn|declined|authori[sz]ed|reversed|utr|imps|rtgs|ecom|cash (withdrawal|deposit)|wdl|autopay|min(imum)? (amt )?due|total (amt )?due|deducted|nach|avbl|withdrawn|txn|trx|recd|cleared|transferred|approved|avl|neft|posted|outstanding|upi|debited|spent|paid|credited|received|ach|emi|purchase|statement|charged|payment|debit(ed)?|transaction|available|transfer|avail|balance|atm|was used|used (at|for)|bal|deposited|tran|refund(ed)?|limit|sent|pos|credit(ed)?|ref)\b/ nocase
        $move_2 = /\b(abgebucht|gebucht|gutschrift|lastschrift|umsatz|verfugbar|achat|abonado|consumo|aprobad|credito|saque|recebid|accredito|bonifico|prelievo|bedrag|bijgeschreven|overboeking|kjop|betalning|overforing|uttag|yatiril|bakiye|odendi|havale|debet|penarikan|setoran|pembelian|transfer keluar|pengeluaran|wyplata|wplata|uznanie|transakcj|vyber|pohyb|terheles|jovairas|keszpenz|plata|debitare|kupovin|stanje|uplata|isplata|transakcij|giao dich|tk .{0,20}[+-] ?[0-9]|kiasi|umepokea|umetuma|kartica|kartenzahlung|kontostand|belastet|virement|retrait|abono|disponible|betaling|harcama|harcam|eft|transaksi|platnosc|obciazen|dostepne|srodki|zustatek|vasarlas|tranzactie|suma|muamala|salio|solde|debito|disponivel|islem|tutar|kredit|berhasil|transfer masuk|przelew|platba|egyenleg|uberweisung|paiement|transferencia|kop|aprovad|odeme|pagamento|so du|prelevement|sold|confirmed|cargo|addebito|afgeschreven|cekil|saldo|debite|pix|credite|retiro|compra|pago|sd|limit|gd)/ nocase
        $move_uk_5 = "зарахування"
        $move_ru_1 = "покупка"
        $move_ru_2 = "баланс"
        $move_ru_3 = "списан"
        $move_ru_4 = "зачислен"
        $move_ru_5 = "перевод"
        $move_ru_6 = "оплата"
        $move_ru_7 = "остаток"
        $move_ru_8 = "выдача"
        $move_ru_9 = "доступно"
        $move_ru_10 = "пополнен"
        $move_ru_11 = "поступлен"
        $move_ru_12 = "снят"
        $move_uk_1 = "залишок"
        $move_uk_2 = "зарахован"
        $move_uk_3 = "оплата"
        $move_uk_4 = "переказ"
        $move_el_1 = "υπόλοιπο"
        $move_el_2 = "αγορα"
        $move_el_3 = "συναλλαγ"
        $move_el_4 = "χρεωσ"
        $move_ar_1 = "شراء"
        $move_ar_2 = "رصيد"
        $move_ar_3 = "سحب"
        $move_ar_4 = "تحويل"
        $move_ar_5 = "خصم"
        $move_ar_6 = "إيداع"
        $move_ar_7 = "ايداع"
        $move_ar_8 = "حوالة"
        $move_ar_9 = "عملية"
        $move_ar_10 = "مبلغ"
        $move_fa_1 = "برداشت"
        $move_fa_2 = "واریز"
        $move_fa_3 = "مانده"
        $move_he_1 = "עסקה"
        $move_he_2 = "יתרה"
        $move_he_3 = "חיוב"
        $move_he_4 = "זיכוי"
        $move_he_5 = "בסך"
        $move_hi_1 = "जमा"
        $move_hi_2 = "निकाल"
        $move_hi_3 = "डेबिट"
        $move_hi_4 = "क्रेडिट"
        $move_hi_5 = "खाते"
        $move_th_1 = "เงินเข้า"
        $move_th_2 = "เงินออก"
        $move_th_3 = "คงเหลือ"
        $move_th_4 = "ถอน"
        $move_th_5 = "โอน"
        $move_zh_1 = "余额"
        $move_zh_2 = "餘額"
        $move_zh_3 = "支出"
        $move_zh_4 = "存入"
        $move_zh_5 = "转账"
        $move_zh_6 = "消费"
        $move_zh_7 = "入账"
        $move_zh_8 = "尾号"
        $move_zh_9 = "尾號"
        $move_zh_10 = "末四碼"
        $move_zh_11 = "消費"
        $move_ja_1 = "ご利用"
        $move_ja_2 = "残高"
        $move_ja_3 = "お振込"
        $move_ja_4 = "引き落とし"
        $move_ja_5 = "引落"
        $move_ko_1 = "잔액"
        $move_ko_2 = "출금"
        $move_ko_3 = "입금"
        $move_ko_4 = "승인"
        $move_ko_5 = "누적"
        $move_ko_6 = "결제"
        $bal = /\b(lmt|avl limit|credit limit|avlbal|avlbl|available limit|balance|bal)\b/ nocase
        $left_latin = /\b(bakiye|dispon\b|zostatek|baki|disponible|disponibile|dostepne|zustatek|salio|tillgangligt|kontostand|solde|disponivel|egyenleg|so du|avl|sold|saldo|avail|bal(ance)?|limite|limit(iniz)?)\b/ nocase
        $left_1 = "υπόλοιπο"
        $left_2 = "остаток"
        $left_3 = "баланс"
        $left_4 = "залишок"
        $left_5 = "رصيد"
        $left_6 = "مانده"
        $left_7 = "יתרה"
        $left_8 = "शेष"
        $left_9 = "คงเหลือ"
        $left_10 = "余额"
        $left_11 = "餘額"
        $left_12 = "残高"
        $left_13 = "잔액"
        $left_14 = "υπολοιπο"
        $stamp_1 = /[0-9](-may|-jun|-aug|-sep|-oct|-nov|-dec|jan2|feb2|mar2|apr2|may2|jun2|jul2|aug2|sep2|oct2|nov2|dec2|-apr|-jan|-feb|-jul|-mar|-0|\.1|\/1|-1|\/0|\.0)[0-9]?\b/ nocase
        $stamp_2 = /[0-9](:0|:1|:2|:3|:4|:5)[0-9]\b/
        $card_plain = /\b(rek\.|ucet|rachunku?|cards|rek |cheq|acc |cartao|acct|carta|karte|tarjeta|compte|rekening|cuenta|carte|a\/c|kart(iniz|inizla|inizdan|la)?|kartu?|hesab[a-z]{0,20}|card|conta|account)\b[ .:#(]{0,3}[0-9x*]{4,16}\b/ nocase
        $card_he = "כרטיס"
        $card_he_2 = "המסתיים"
        $card_ar = "المنتهي"
        $card_zh = /(\xe8\xb4\xa6\xe6\x88\xb7|\xe5\x8d\xa1|\xe5\xb8\x90\xe6\x88\xb7)[0-9*x]{4}/
        $wallet = /\b(has enviado|vous avez recu|hai ricevuto|umepokea|umetuma|has been sent to|has recibido|imepokea|you made a|voce (recebeu|enviou|fez)|anda (menerima|telah|mengirim)|you('ve| have)? (recu|recebeu|transferred|paid|received|made|sent))\b/ nocase
        $pix = /\b(ovo|nagad|duitnow|promptpay|bizum|easypaisa|momo|dana|paynow|virement|jazzcash|airtel money|um pix|m-?pesa|gopay|bkash|venmo|telebirr|zelle|transferencia|transaction (with|at)|gcash|upi)\b/ nocase
        $bait = /\b(deposit now|ganhe|ganaste|kazan|tebrik[a-z]{0,20}|hadiah|unlock|register|gratis|geek ?squad|suspend[a-z]{0,20}|apply|verifi[a-z]{0,20}|verify)\b/ nocase
        $ref = /\b(utr|rrn|trxn|trace|confirmation|txn|trx|auth|reference|transaction|trans|ref)\.? ?(#|code|ref|number|num|id|no)?\.?( is)? ?:?-? ?#?[a-z]{0,4}[0-9]{5,20}\b/ nocase
    condition:
        ($account_1 or masked_account) and (any of ($amount_*)) and (any of ($move_*))
        or ($bal and any of ($amount_*) and 2 of ($move_*) and (#move_1 > 2))
        or ($ref and any of ($amount_*) and ($move_1 or $move_2))
        or (not $bait and not bait and any of ($amount_*) and (any of ($left_*)) and (any of ($move_*)) and (any of ($stamp_*, $card_plain, $wallet, $ref) or #amount_decimal + #amount_code + #amount_short + #amount_unit > 2))
        or (not $bait and not bait and any of ($amount_*) and any of ($move_*) and any of ($card_plain, $card_he, $card_he_2, $card_ar, $card_zh))
        or (not $bait and not bait and any of ($amount_*) and $wallet and ($pix or any of ($stamp_*)))
        or (any of ($move_zh_8, $move_zh_9, $move_zh_10) and 2 of ($move_zh_*, $amount_sym_*))
        or (2 of ($move_ko_*) and any of ($amount_*)) or (2 of ($move_th_*) and any of ($amount_*)) or ($move_ja_2 and $amount_sym_7 and $move_ja_3)
        or (2 of ($move_fa_*)) or (2 of ($move_ru_*) and any of ($amount_*)) or (2 of ($move_ar_*) and any of ($amount_*) and (masked_account))
}

rule card_use_question {
    meta:
        title = "Bank asks whether it was you"
        category = "transaction"
        weight = 0
        protects = true
        why = "A yes-or-no question about a card payment stops fraud; it asks for no link and no call."
    strings:
        $used = /\b(zelle|visa|acct|purchase|debit|transaction|attempt|charge|credit|card|account)\b/ nocase
        $ask_1 = "reply yes" nocase
        $ask_2 = "reply y" nocase fullword
        $ask_3 = "reply 1" nocase fullword
        $ask_4 = "reply with yes" nocase
        $ask_5 = "text yes" nocase
        $ask_6 = "respond yes" nocase
        $ask_7 = "reply 'yes" nocase
        $ask_8 = "reply \"yes" nocase
        $ask_9 = "respond with yes" nocase
        $ask_10 = "text 1" nocase fullword
        $ask_11 = "text y" nocase fullword
        $ask_12 = "yes or no" nocase
        $signed_in = /\b(logged in|(email|phone number|address|contact) (was |has been )?(changed|updated)|sign-?in (from|on|to)|password (was |has been )?(changed|reset|updated)|log-?in (from|on|at|to)|new (device|sign-?in|log-?in|login)|signed in)\b/ nocase
        $calm = /\b(no (further )?action (is )?(needed|required)|call the number on (the back of )?your card|if this was you.{0,20}(ignore|no action|disregard)|ignore this (message|text|sms)|(please )?disregard this)\b/ nocase
    condition:
        ($used and any of ($ask_*)) or ($signed_in and $calm)
}

rule delivery_update {
    meta:
        title = "Delivery update"
        category = "transaction"
        weight = 0
        protects = true
        why = "Where a parcel or meal is; it names a time or a tracking number and asks for nothing."
    strings:
        $paid = "ur content" nocase
        $thing = /\b(shipment|consignment|courier|groceries|awb|item|meal|purchase|food|parcel|package|delivery|order)\b/ nocase
        $done = /\b(is arriving|arriv(es|ing) (between|tomorrow|by|today|at|on|in)|in transit|is scheduled|is placed|has left|is being prepared|is nearby|ready (for|to) (pickup|collect|pick up|collection)|is here|is confirmed|has shipped|delivered (to|at|on)\b|(was|has been|is|be) (dispatched|despatched|packed|picked up|shipped|delivered)|on (its|the) way)/ nocase
        $out = /\b(out for delivery|arriving (today|tomorrow|between|by|on)|delivered (today|yesterday)|(rider|dasher|delivery executive|delivery partner|captain|driver)( [a-z]{2,12})? (is|has|will)\b)/ nocase
        $de = /\b((paket|sendung|bestellung|lieferung)\b.{0,60}\b(unterwegs|versandt|versendet|abholbereit|geliefert|liegt|ausgeliefert|trifft|kommt|zugestellt)|wird (heute|morgen) (zugestellt|geliefert))/ nocase
        $fr = /\b((colis|commande|livraison|livreur)\b.{0,60}\b(expedie|en cours de livraison|en route|prevue?|est arrive|a ete remis|remis|disponible|livre[e]?\b|pret|sera|arriver?a?|arrive))/ nocase
        $es = /\b((pedido|envio|pacote|objeto|ordine|spedizione|entrega|consegna|paquete|pacco|encomenda)\b.{0,60}\b(en camino|a caminho|saiu para entrega|enviad[oa]|llegara?|chegara?|listo para|in consegna|spedit[oa]|arrivo|in arrivo|pronto|en reparto|reparto|disponi(ble|vel)|entregad[oa]|entregue|consegnat[oa]))/ nocase
        $nl = /\b((bestelling|zending|forsendelse|pakket|pakke|paket)\b.{0,60}\b(onderweg|geleverd|afgehaald|afhalen|ligt klaar|levereret|leveret|levert|levereras|utlevering|klar|hentes|hamta|pa vej|pa vei|pa vag|bezorgd))/ nocase
        $tr = /\b((kargo|paket|siparis|gonderi|teslimat)[a-z]{0,20}\b.{0,60}\b(yola cik|kargoya veril|yolda|teslim edilecek|teslim alabil|ulasti|subede|dagitima cik|hazir|teslim edildi))/ nocase
        $id = /\b((paket|pesanan|kiriman|order|bungkusan)\b.{0,60}\b(sudah (dikirim|sampai|diterima)|dalam perjalanan|akan (tiba|sampai|dikirim)|dalam penghantaran|siap diambil|terkirim|sedang (dikirim|diantar)|telah (dikirim|diterima|sampai|tiba|dihantar)))/ nocase
        $pl = /\b((paczk|przesylk|zamowien|zasilk|balik|objednavk|csomag|colet|comand|posiljk|narudzb)[a-z]{0,20}\b.{0,60}\b(dostarczon|doreczon|w drodze|odbioru|odebran|nadan|wyslan|dorucen|doruci|pripraven|vyzvednut|kezbesit|erkez|atveheto|feladt|livrat|expediat|sosi|isporucen|stize|preuzet|spremn))/ nocase
        $vi = /\b((don hang|buu pham|kien hang|goi hang)\b.{0,60}\b(giao|dang|da |se )|giao (hang )?thanh cong)/ nocase
        $ru_1 = "посылка"
        $ru_2 = "заказ"
        $ru_ok_1 = "доставлен"
        $ru_ok_2 = "прибыл"
        $ru_ok_3 = "готов к"
        $ru_ok_4 = "в пути"
        $ru_ok_5 = "передан"
        $ru_ok_6 = "можно забрать"
        $ru_ok_7 = "ожидает"
        $ru_ok_8 = "будет доставлен"
        $ar_1 = "شحنتك"
        $ar_2 = "طلبك"
        $ar_3 = "طردك"
        $ar_ok_1 = "تم توصيل"
        $ar_ok_2 = "في الطريق"
        $ar_ok_3 = "تم تسليم"
        $ar_ok_4 = "خرجت للتوصيل"
        $ar_ok_5 = "تم شحن"
        $ar_ok_6 = "سيتم"
        $ar_ok_7 = "وصل"
        $he_1 = "חבילה"
        $he_2 = "המשלוח"
        $he_3 = "ההזמנה"
        $he_4 = "החבילה"
        $he_ok_1 = "נמסר"
        $he_ok_2 = "בדרך"
        $he_ok_3 = "הגיע"
        $he_ok_4 = "תגיע"
        $he_ok_5 = "לאיסוף"
        $he_ok_6 = "יגיע"
        $zh_1 = "包裹"
        $zh_2 = "快递"
        $zh_3 = "快件"
        $zh_4 = "您的订单"
        $zh_ok_1 = "送达"
        $zh_ok_2 = "已签收"
        $zh_ok_3 = "派送"
        $zh_ok_4 = "取件码"
        $zh_ok_5 = "已到"
        $zh_ok_6 = "已发货"
        $zh_ok_7 = "驿站"
        $zh_ok_8 = "已送"
        $ja_1 = "お荷物"
        $ja_2 = "ご注文"
        $ja_3 = "商品"
        $ja_ok_1 = "お届けしました"
        $ja_ok_2 = "お届け予定"
        $ja_ok_3 = "発送しました"
        $ja_ok_4 = "お届けします"
        $ja_ok_5 = "配達完了"
        $ja_ok_6 = "発送いたしました"
        $ko_1 = "배송"
        $ko_2 = "택배"
        $ko_ok_1 = "완료"
        $ko_ok_2 = "예정"
        $ko_ok_3 = "도착"
        $th_1 = "พัสดุ"
        $th_ok_1 = "จัดส่ง"
        $th_ok_2 = "นำจ่าย"
        $trouble_ru = "не удалось"
        $trouble = /\b(duties|invalid|update (your )?(address|delivery|details)|retido|niet bezorgd|non (e stato|consegnat)[a-z]{0,20}|no (se )?(pudo|ha podido)|nao foi|tidak dapat|gagal|duty|incorrect|confirm (your )?(address|details|delivery)|edilemedi|n\'a pas|pas pu|incomplete|(can ?not|could ?n.?t|unable to|not|failed to) be delivered|tertahan|gumruk|zollgebuhr|held|frais|nicht zugestellt|konnte nicht|customs|lost|retenid[oa]|bloque|suspended|unpaid|fees?|pay)\b/ nocase
    condition:
        not bait and not $trouble and not $trouble_ru and not $paid and (($thing and $done) or any of ($out, $de, $fr, $es, $nl, $tr, $id, $pl, $vi) or (any of ($ru_1, $ru_2) and any of ($ru_ok_*)) or (any of ($ar_1, $ar_2, $ar_3) and any of ($ar_ok_*))
            or (any of ($he_1, $he_2, $he_3, $he_4) and any of ($he_ok_*)) or (any of ($zh_1, $zh_2, $zh_3, $zh_4) and any of ($zh_ok_*))
            or (any of ($ja_1, $ja_2, $ja_3) and any of ($ja_ok_*)) or (any of ($ko_1, $ko_2) and any of ($ko_ok_*)) or ($th_1 and any of ($th_ok_*)))
}

rule appointment_or_booking {
    meta:
        title = "Appointment, booking or trip"
        category = "transaction"
        weight = 0
        protects = true
        why = "A date somebody waits for."
    strings:
        $state = /\b(scheduled|gate |departure|results are in|rescheduled|berth|platform|is arriving|delayed|for pickup|coach|departs?|pnr|has arrived|today at|cancell?ed|are ready|tomorrow at|is ready|confirmed|reminder|(on apr|on jul|on aug|on sep|on oct|on dec|on jun|on nov|on jan|on feb|on may|on mar|on wed|on tue|on thu|on mon|on fri|on sun|on sat))/ nocase
        $yours = /\b(your|ur|the) [a-z ,.\'-]{0,24}(boarding|bus ride|your ride|vaccination|itinerary|table for|reservation|your trip|pnr|prescription|booking|appt|interview|appointment|results|flight|check-?in|train|ticket|visit)\b/ nocase
        $clock = /[0-9](:0|:1|:2|:3|:4|:5)[0-9]\b/
        $at_hour = /(at 7|at 9|at 5|at 2|at 4|at 3|at 6|at 8|at 1)[0-9]? ?(am|pm)/ nocase
        $pnr = /\b(pnr|trn|train no|flight no)\b.{0,20}[a-z0-9]{5,10}.{0,120}\b(coach|doj|cnf|fare|gate|seat|dt|wl|s\d|a\d|b\d|sch|dep)/ nocase
        $de = /\b(termin|buchung|reservierung|flug|zug)\b.{0,80}\b(bestatigt|verspatet|erinnerung|um \d|uhr|am \d)/ nocase
        $fr = /\b(rendez-?vous|rdv|reservation|vol|train)\b.{0,80}\b(prevu|a \d{1,2} ?h|rappel|le \d|demain|confirme)/ nocase
        $es = /\b(vuelo|agendamento|appuntamento|prenotazione|volo|turno|voo|cita|reserva|consulta)\b.{0,80}\b(confirmad[oa]|confermat[oa]|promemoria|dia \d|amanha|recordatorio|lembrete|alle \d|domani|manana|el (dia )?\d|as \d|a las \d)/ nocase
        $tr = /\b(randevu|rezervasyon|ucus)[a-z]{0,20}\b.{0,80}\b(olustur|hatirlat|tarih|onay|saat|\d{1,2}[.:]\d{2})/ nocase
        $id = /\b(jadwal|reservasi|pemesanan|tiket|janji temu|penerbangan|temujanji|tempahan)\b.{0,80}\b(konfirmasi|dikonfirmasi|pukul|tanggal|disahkan|esok|jam \d|berhasil|besok)/ nocase
        $nl = /\b(afspraak|reservering|vlucht|wizyt[aey]|rezerwacj[aei]|aftale|avtale|tid hos|besok)\b.{0,80}\b(bevestigd|herinnering|op \d|potwierdz|przypomin|godz|bekraft|bekreft|om \d|kl\.? ?\d|morgen)/ nocase
        $ru_1 = "записаны"
        $ru_2 = "запись"
        $ru_3 = "бронирован"
        $ru_4 = "прием"
        $ru_ok_1 = "подтвержд"
        $ru_ok_2 = "напомина"
        $ru_ok_3 = "ждем вас"
        $ar_1 = "موعد"
        $ar_2 = "حجز"
        $ar_ok = "تأكيد"
        $he_1 = "תור"
        $he_2 = "פגישה"
        $he_ok = "תזכורת"
        $zh_1 = "预约"
        $zh_2 = "航班"
        $zh_3 = "车次"
        $zh_ok_1 = "成功"
        $zh_ok_2 = "提醒"
        $zh_ok_3 = "登机"
        $ja_1 = "ご予約"
        $ja_ok_1 = "予約日時"
        $ja_ok_2 = "確定"
        $ko_1 = "예약"
        $ko_ok = "확정"
        $sell = /\b(cruise|sale|ringtone|off\b|cash|only|text|txt)\b/ nocase
    condition:
        not $sell and not bait and (($yours and any of ($state, $clock, $at_hour)) or $pnr or any of ($de, $fr, $es, $tr, $id, $nl) or (any of ($ru_1, $ru_2, $ru_3, $ru_4) and any of ($ru_ok_*)) or (any of ($ar_1, $ar_2) and $ar_ok)
            or (any of ($he_1, $he_2) and $he_ok) or (any of ($zh_1, $zh_2, $zh_3) and any of ($zh_ok_*)) or ($ja_1 and any of ($ja_ok_*)) or ($ko_1 and $ko_ok))
}
