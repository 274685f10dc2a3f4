// What must never be hidden, recognised by its form. The policy lets a protected match stand against any score,
// unless a rule with `unmasks = true` saw the mark of a fraud that copies the form.

private rule code_digits {
    strings:
        $plain = /\b(0|1|2|3|4|5|6|7|8|9)[0-9]{3,7}\b/
        $split = /\b(0|1|2|3|4|5|6|7|8|9)[0-9]{2,3}[ -][0-9]{2,4}\b/
        $prefixed = /\b[a-z]{1,3}-(0|1|2|3|4|5|6|7|8|9)[0-9]{3,7}\b/ nocase
        $mixed = /\b[A-Z0-9]{0,4}(0|1|2|3|4|5|6|7|8|9)[A-Z0-9]{2,6}\b/
    condition:
        any of them
}

rule one_time_code {
    meta:
        title = "One-time code"
        category = "transaction"
        weight = 0
        protects = true
        why = "A hidden code locks its receiver out."
    strings:
        $en_1 = /\b(verification|security|authentication|authori[sz]ation|confirmation|activation|login|log-?in|sign-?in|access|one[- ]?time|temporary|single[- ]use|2fa|2-step|two-factor|registration|recovery|reset|validation|transaction|dynamic|sms|pairing|verify)[ -]?(pass|id)?[ -]?(code|codes|pin|password|passcode|passwort|number|key)\b/ nocase
        $en_2 = /\b(otp|o\.t\.p|passcode|one[- ]?time (pass(word|code)?|pin|code)|otac|tpin|mtan|smstan|sms-?tan|photo-?tan|push-?tan|itan|t-pin|m-?pin otp|secure code|securecode|3d ?secure|verified by visa)\b/ nocase
        $en_3 = /\b(code|pin)( is|:| -|=) ?:? ?[a-z]{0,2}-?(0|1|2|3|4|5|6|7|8|9)[0-9]{2,3}[ -]?[0-9]{1,4}\b/ nocase
        $en_4 = /\b[0-9]{3}[ -]?[0-9]{1,5} (is|as) (your|the|ur)\b.{0,40}\b(code|otp|pin|password|passcode)\b/ nocase
        $en_5 = /\b(use|enter|input|type|with) (the |this )?(code )?:?[0-9]{3}[ -]?[0-9]{1,5}\b.{0,40}\b(to|as|for)\b/ nocase
        $en_6 = /\b(your|the) [a-z0-9 ().'&-]{0,40}(code|pin|otp|password)\b( for [a-z0-9 .'&-]{1,40})?( is|:|=)/ nocase
        $de = /\b((bestatigungs|sicherheits|verifizierungs|aktivierungs|anmelde|zugangs|freigabe|einmal|verifikations|registrierungs|best.{1,2}tigungs|authentifizierungs|login-?)[ -]?(code|kennwort|passwort|pin)|smstan|mtan|\btan\b|einmalpasswort)/ nocase
        $fr = /\b(codes? (de |d')?(verification|securite|confirmation|validation|activation|authentification|connexion|acces|verif)|code (unique|secret|temporaire|sms|a usage unique)|mot de passe (a usage )?(unique|temporaire)|(votre|ton) code\b)/ nocase
        $es = /\b(codigo (de )?(verificacion|seguridad|confirmacion|activacion|acceso|autenticacion|autorizacion|validacion|verificacao|seguranca|confirmacao|ativacao|acesso|autenticacao|autorizacao|validacao|unico|otp|registro|sms)|(tu|su|seu|teu|o seu|el) codigo|clave (dinamica|de un solo uso|temporal|otp|sms)|contrasena (temporal|de un solo uso)|token (de )?(seguridad|acesso|seguranca|bancario)|senha (temporaria|de uso unico|provisoria))/ nocase
        $it = /\b(codice (di )?(verifica|sicurezza|conferma|attivazione|accesso|autorizzazione|autenticazione|otp|sms|temporaneo|monouso)|(il tuo|il suo) codice|password (temporanea|monouso))/ nocase
        $nl = /\b(verificatie ?code|beveiligings ?code|bevestigings ?code|toegangs ?code|inlog ?code|activerings?code|eenmalige? (code|wachtwoord|pincode)|verificeringscode|tan-?code|(verifierings|sakerhets|bekraftelse|engangs|inloggnings|bekreftelses|godkjennings|verifikations|sikkerheds|bekræftelses|bekraeftelses)-?(kod|kode|koden|koder|losenord|passord|adgangskode)|din (kod|kode)|je code|uw code|vahvistuskoodi|kertakayttokoodi|turvakoodi|kinnituskood)/ nocase
        $tr = /\b((onay|dogrulama|guvenlik|giris|aktivasyon|tek kullanimlik|islem|sms|teyit|3d)[ -]?(kod|sifre|parola|pin|sifrem)|sifreniz|kodunuz|kodu ?:|dogrulama icin)/ nocase
        $id = /\b(kode (otp|verifikasi|keamanan|konfirmasi|aktivasi|akses|rahasia|login|masuk|unik|registrasi|pin)|kod (pengesahan|keselamatan|otp|tac|pengaktifan)|nombor tac|\btac\b|kode anda|kata sandi sekali)/ nocase
        $pl = /\b(kod (weryfikac|autoryzac|potwierdz|dostep|aktywac|bezpiecz|sms|logowan|jednoraz|do|overovaci|overeni|potvrzen)|haslo (sms|jednoraz)|(overovaci|autorizacni|potvrzovaci|bezpecnostni|overovac|autorizac|potvrdzovac|bezpecnostn|aktivac|sms)[a-z]* kod|(kod|kód)( je|:)|jednorazov|(ellenorzo|megerosito|biztonsagi|aktivalo|belepesi|hitelesito) ?kod|(codul|cod|codul tau)( de)? (verificare|securitate|confirmare|activare|acces|autentificare|unic)|codul (tau|dvs|dumneavoastra)|(kod za|verifikacijski kod|potvrdni kod|kontrolni kod|kod za potvrdu|varnostna koda|potrditvena koda|enkratno geslo|jednokratn)|patvirtinimo kod|vienkartin|apstiprinajuma kod|parbaudes kod|kodi (yt|i verifikimit|juaj)|(overovaci|jednorazove|autorizacni) heslo|heslo je)/ nocase
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
        $account_1 = /\b(a\/c|ac|acct|acc|account|acnt|card|cc|debit card|credit card|visa|mastercard|amex|rupay|wallet|konto|compte|carte|karte|cuenta|tarjeta|tarj|conta|cartao|carta|conto|hesab|kart|rekening|rek|rachunek|akaun|kad|kartu|kortti|kort|rekening|pas|mb|ma|iban|savings?|current|sb a\/c|od a\/c|loan|upi|vpa|mobile money|m-?pesa|momo|till|ewallet|tk)\b.{0,25}(x|\*|\.|#|n|-){1,12} ?-?(0|1|2|3|4|5|6|7|8|9)[0-9]{1,5}\b/ nocase
        $account_2 = /(x|\*)(x|\*){1,12}[ -]?(0|1|2|3|4|5|6|7|8|9)[0-9]{1,5}\b/ nocase
        $account_3 = /\b(ending|ends|endingin|terminad[ao]|final|finissant|endend|endung|finale|sonu|biten|zakonczon|akhir|berakhir|slutar|som slutter|eindigend|konc|vegzodo|last 4|ult)\b.{0,20}(0|1|2|3|4|5|6|7|8|9)[0-9]{2,4}\b/ nocase
        $account_4 = /(0|1|2|3|4|5|6|7|8|9)[0-9]{2,5}(x|\*)(x|\*){1,10}[0-9]{2,5}\b/ nocase
        $amount_code = /\b(inr|usd|eur|euro|euros|gbp|aed|sar|qar|kwd|omr|bhd|egp|jod|lbp|ngn|kes|ksh|ghs|zar|ugx|ugs|tzs|tsh|zmw|etb|birr|bdt|pkr|lkr|npr|mmk|thb|baht|php|idr|myr|sgd|hkd|cny|rmb|jpy|krw|vnd|aud|nzd|cad|mxn|brl|clp|cop|pen|ars|uyu|crc|gtq|dop|rub|rur|uah|grn|hrn|pln|czk|huf|ron|lei|bgn|rsd|din|chf|sek|nok|dkk|isk|ils|nis|mad|dhs|dzd|tnd|xof|xaf|fcfa|cfa|irr|azn|gel|amd|kzt|uzs|byn)\b/ nocase
        $amount_glued = /\b(inr|usd|eur|euro|euros|gbp|aed|sar|qar|kwd|omr|bhd|egp|jod|lbp|ngn|kes|ksh|ghs|zar|ugx|ugs|tzs|tsh|zmw|etb|birr|bdt|pkr|lkr|npr|mmk|thb|baht|php|idr|myr|sgd|hkd|cny|rmb|jpy|krw|vnd|aud|nzd|cad|mxn|brl|clp|cop|pen|ars|uyu|crc|gtq|dop|rub|rur|uah|grn|hrn|pln|czk|huf|ron|lei|bgn|rsd|din|chf|sek|nok|dkk|isk|ils|nis|mad|dhs|dzd|tnd|xof|xaf|fcfa|cfa|irr|azn|gel|amd|kzt|uzs|byn)[0-9]/ nocase
        $amount_short = /\b(rs|rp|rm|tk|tl|kr|ft|kc|zl|sr|dh|da|dt|br|mt|php|p|n|r|k|s\/)[.:]? ?[0-9]/ nocase
        $amount_unit = /[0-9] ?(tl|kr|ft|kc|zl|lv|lei|din|dh|da|dt|sr|tg|br|d|rs|ron|sum|som)\b/ nocase
        $amount_sign = /(\$|£) ?[0-9]/
        $amount_decimal = /[0-9][.,][0-9]{2}\b/
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
        $move_1 = /\b(debited|deducted|credited|debit(ed)?|credit(ed)?|withdrawn|deposited|spent|charged|purchase|paid|received|recd|transferred|transfer|trf|sent|txn|trxn|trx|transaction|tran|payment|declined|approved|authori[sz]ed|refund(ed)?|reversed|avl|avail|available|bal|balance|avbl|ref|utr|imps|neft|rtgs|upi|pos|atm|ecom|cash (withdrawal|deposit)|wdl|autopay|nach|ach|emi|statement|outstanding|min(imum)? (amt )?due|total (amt )?due|limit|used (at|for)|was used|posted|cleared)\b/ nocase
        $move_2 = /\b(abgebucht|gebucht|gutschrift|lastschrift|kartenzahlung|uberweisung|umsatz|verfugbar|kontostand|saldo|belastet|achat|debite|credite|virement|prelevement|solde|paiement|retrait|compra|cargo|abono|abonado|retiro|transferencia|disponible|pago|consumo|aprobad|aprovad|debito|credito|pix|saque|disponivel|recebid|addebito|accredito|bonifico|pagamento|prelievo|bedrag|afgeschreven|bijgeschreven|betaling|overboeking|kjop|kop|betalning|overforing|uttag|harcama|harcam|cekil|yatiril|islem|bakiye|limit|odeme|odendi|havale|eft|tutar|transaksi|debet|kredit|berhasil|penarikan|setoran|pembelian|transfer masuk|transfer keluar|transaksi|pengeluaran|platnosc|wyplata|wplata|przelew|obciazen|uznanie|dostepne|srodki|transakcj|platba|vyber|zustatek|pohyb|vasarlas|terheles|egyenleg|jovairas|keszpenz|plata|tranzactie|sold|debitare|suma|kupovin|stanje|uplata|isplata|transakcij|giao dich|so du|gd|sd|tk .{0,20}[+-] ?[0-9]|muamala|kiasi|umepokea|umetuma|salio|confirmed|kartica)/ nocase
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
        $bal = /\b(avl|avail|available|avlbl|avbl|current|closing|new|remaining|ledger|clr|clear|acct|your|total)\.? ?(acct |account |wallet |m-?pesa |mobile money |cr |credit )?(bal|balance|limit|lmt)\b/ nocase
        $left_latin = /\b(bal(ance)?|saldo|bakiye|solde|disponible|disponivel|disponibile|dispon\b|dostepne|zustatek|zostatek|egyenleg|sold|baki|salio|so du|tillgangligt|kontostand|avail|avl|limit(iniz)?|limite)\b/ nocase
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
        $stamp_1 = /\b[0-9]{1,2}[\/.-]([0-9]{1,2}|[a-z]{3})([\/.-][0-9]{2,4})?\b/ nocase
        $stamp_2 = /\b[0-9]{1,2}:[0-9]{2}\b/
        $card_plain = /\b(card|cards|karte|kart(iniz|inizla|inizdan|la)?|tarjeta|cartao|carte|carta|rek|rekening|conta|cuenta|compte|account|acct|acc|a\/c|cheq|tk|stk|hesab[a-z]*|rachunku?|ucet|kartu?)\b[ .:#(]{1,3}[0-9x*]{4,16}\b/ nocase
        $ends_tr = /[0-9]{4} ?(ile biten|numarali|nolu|ile sonlanan)/ nocase
        $card_he = "כרטיס"
        $card_he_2 = "המסתיים"
        $card_ar = "المنتهي"
        $card_zh = /(\xe8\xb4\xa6\xe6\x88\xb7|\xe5\x8d\xa1|\xe5\xb8\x90\xe6\x88\xb7)[0-9*x]{4}/
        $wallet = /\b(you('ve| have)? (received|sent|made|paid|transferred|recu|recebeu)|voce (recebeu|enviou|fez)|has been sent to|has recibido|has enviado|vous avez recu|hai ricevuto|anda (menerima|telah|mengirim)|imepokea|umepokea|umetuma|you made a)\b/ nocase
        $pix = /\b(um pix|zelle|m-?pesa|momo|gopay|ovo|dana|gcash|bkash|nagad|upi|paynow|duitnow|promptpay|venmo|transaction (with|at)|bizum|transferencia|virement|telebirr|jazzcash|easypaisa|airtel money)\b/ nocase
        $bait = /\b(click|win|won|winner|prize|claim|free|bonus|loan|offer|apply|reward|gift|congrat[a-z]*|redeem|jackpot|casino|deposit now|register|hadiah|gratis|kazan|tebrik[a-z]*|ganhe|ganaste|verify|verifi[a-z]*|unlock|suspend[a-z]*|geek ?squad)\b/ nocase
        $ref = /\b(ref|utr|rrn|txn|trx|trxn|tran|transaction|auth|reference|trace|confirmation|trans)\.? ?(no|id|num|number|code|#|ref)?\.?( is)? ?:?-? ?#?[a-z0-9]{0,6}(0|1|2|3|4|5|6|7|8|9)[0-9]{4,20}\b/ nocase
        $cyr_account = /(\*|x|\xd1\x85|\xd0\xa5)(\*|x|\xd1\x85|\xd0\xa5)?[0-9]{4}\b/ nocase
    condition:
        (any of ($account_*) or $cyr_account) and (any of ($amount_*)) and (any of ($move_*))
        or ($bal and any of ($amount_*) and 2 of ($move_*) and (#move_1 > 2))
        or ($ref and any of ($amount_*) and ($move_1 or $move_2))
        or (not $bait and any of ($amount_*) and (any of ($left_*)) and (any of ($move_*)) and (any of ($stamp_*, $card_plain, $ends_tr, $wallet, $ref) or #amount_decimal + #amount_code + #amount_short + #amount_unit > 2))
        or (not $bait and any of ($amount_*) and any of ($move_*) and any of ($card_plain, $ends_tr, $card_he, $card_he_2, $card_ar, $card_zh))
        or (not $bait and any of ($amount_*) and $wallet and ($pix or any of ($stamp_*)))
        or (any of ($move_zh_8, $move_zh_9, $move_zh_10) and 2 of ($move_zh_*, $amount_sym_*))
        or (2 of ($move_ko_*) and any of ($amount_*)) or (2 of ($move_th_*) and any of ($amount_*)) or ($move_ja_2 and $amount_sym_7 and $move_ja_3)
        or (2 of ($move_fa_*)) or (2 of ($move_ru_*) and any of ($amount_*)) or (2 of ($move_ar_*) and any of ($amount_*) and (any of ($account_*)))
}

rule card_use_question {
    meta:
        title = "Bank asks whether it was you"
        category = "transaction"
        weight = 0
        protects = true
        why = "A yes-or-no question about a card payment stops fraud; it asks for no link and no call."
    strings:
        $used = /\b(card|account|acct|visa|debit|credit|transaction|purchase|charge|attempt|zelle)\b.{0,80}(\$|£|€|₹|rs|usd|inr|[A-Z]{3} ?)? ?\d/ nocase
        $ask = /\b(reply|respond|text)( with)? .?(yes|y|1)\b.{0,60}\b(no|n|2)\b/ nocase
        $signed_in = /\b(new (device|sign-?in|log-?in|login)|signed in|logged in|log-?in (from|on|at|to)|sign-?in (from|on|to)|password (was |has been )?(changed|reset|updated)|(email|phone number|address|contact) (was |has been )?(changed|updated))\b/ nocase
        $calm = /\b(no (further )?action (is )?(needed|required)|call the number on (the back of )?your card|if this was you.{0,20}(ignore|no action|disregard)|ignore this (message|text|sms)|(please )?disregard this)\b/ nocase
    condition:
        ($used and $ask) or ($signed_in and $calm)
}

rule delivery_update {
    meta:
        title = "Delivery update"
        category = "transaction"
        weight = 0
        protects = true
        why = "Where a parcel or meal is; it names a time or a tracking number and asks for nothing."
    strings:
        $out = /\b((parcel|package|order|shipment|delivery|item|consignment|courier|food|meal|groceries|purchase|awb|box)\b.{0,60}\b(out for delivery|was delivered|has been delivered|is delivered|delivered( to| at| on|\b)|has shipped|has been shipped|was shipped|is shipped|dispatched|despatched|on (its|the) way|arriv(es|ing|ed)|picked up|ready (for|to) (pickup|collect|pick up|collection)|in transit|will be delivered|is scheduled|confirmed|placed|packed|has left|is here|is being prepared|is nearby)|out for delivery|arriving (today|tomorrow|between|by|on)|delivered (today|yesterday)|your (driver|rider|courier|dasher|delivery partner|delivery executive|captain)\b.{0,60}\b(is|has|will)\b)/ nocase
        $de = /\b((paket|sendung|bestellung|lieferung)\b.{0,60}\b(zugestellt|unterwegs|versandt|versendet|abholbereit|geliefert|kommt|liegt|ausgeliefert|trifft)|wird (heute|morgen) (zugestellt|geliefert))/ nocase
        $fr = /\b((colis|commande|livraison|livreur)\b.{0,60}\b(livre[e]?\b|arriver?a?|arrive|expedie|disponible|en cours de livraison|en route|prevue?|est arrive|sera|pret|a ete remis|remis))/ nocase
        $es = /\b((paquete|pedido|envio|encomenda|pacote|entrega|objeto|pacco|ordine|spedizione|consegna)\b.{0,60}\b(entregad[oa]|entregue|en camino|en reparto|a caminho|saiu para entrega|enviad[oa]|llegara?|chegara?|listo para|disponi(ble|vel)|consegnat[oa]|in consegna|spedit[oa]|arrivo|in arrivo|pronto|reparto))/ nocase
        $nl = /\b((pakket|bestelling|zending|pakke|paket|forsendelse)\b.{0,60}\b(bezorgd|onderweg|geleverd|afgehaald|afhalen|ligt klaar|levereret|leveret|levert|levereras|utlevering|klar|hentes|hamta|pa vej|pa vei|pa vag))/ nocase
        $tr = /\b((kargo|paket|siparis|gonderi|teslimat)[a-z]*\b.{0,60}\b(teslim edildi|dagitima cik|yola cik|kargoya veril|yolda|hazir|teslim edilecek|teslim alabil|ulasti|subede))/ nocase
        $id = /\b((paket|pesanan|kiriman|order|bungkusan|pesanan)\b.{0,60}\b(sudah (dikirim|sampai|diterima)|telah (dikirim|diterima|sampai|tiba|dihantar)|dalam perjalanan|sedang (dikirim|diantar)|akan (tiba|sampai|dikirim)|dalam penghantaran|siap diambil|terkirim))/ nocase
        $pl = /\b((paczk|przesylk|zamowien|zasilk|balik|objednavk|csomag|colet|comand|posiljk|narudzb)[a-z]*\b.{0,60}\b(dostarczon|doreczon|w drodze|odbioru|odebran|nadan|wyslan|dorucen|doruci|pripraven|vyzvednut|kezbesit|erkez|atveheto|feladt|livrat|expediat|sosi|isporucen|stize|preuzet|spremn))/ nocase
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
        $trouble = /\b(fee|fees|customs|duty|duties|unpaid|held|incomplete|invalid|incorrect|confirm (your )?(address|details|delivery)|update (your )?(address|delivery|details)|click|win|won|free|call (customs|now)|(can ?not|could ?n.?t|unable to|not|failed to) be delivered|suspended|zollgebuhr|frais|bloque|retenid[oa]|retido|tertahan|gumruk|pay|n'a pas|pas pu|nicht zugestellt|konnte nicht|niet bezorgd|non (e stato|consegnat)[a-z]*|no (se )?(pudo|ha podido)|nao foi|edilemedi|tidak dapat|gagal|lost)\b/ nocase
    condition:
        not $trouble and not $trouble_ru and (any of ($out, $de, $fr, $es, $nl, $tr, $id, $pl, $vi) or (any of ($ru_1, $ru_2) and any of ($ru_ok_*)) or (any of ($ar_1, $ar_2, $ar_3) and any of ($ar_ok_*))
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
        $en = /\b(your|ur|an|the) [a-z ,.'-]{0,40}(appointment|appt|reservation|booking|check-?in|flight|boarding|train|bus|ride|trip|prescription|lab results?|test results?|interview|visit|vaccination|table|ticket|pnr|itinerary)\b/ nocase
        $state = /\b(confirmed|reminder|scheduled|delayed|cancell?ed|boarding|gate|departs?|departure|is ready|are ready|are in|for pickup|rescheduled|tomorrow at|today at|on (mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}[\/.-])|at \d{1,2}([:.]\d{2})? ?(am|pm)?|\d{1,2}:\d{2}|pnr|coach|seat|berth|platform|has arrived|is arriving)\b/ nocase
        $pnr = /\b(pnr|trn|train no|flight no)\b.{0,20}[a-z0-9]{5,10}.{0,120}\b(dep|dt|doj|cnf|wl|seat|coach|fare|sch|gate|s\d|b\d|a\d)/ nocase
        $de = /\b(termin|buchung|reservierung|flug|zug)\b.{0,80}\b(bestatigt|um \d|am \d|erinnerung|verspatet|uhr)/ nocase
        $fr = /\b(rendez-?vous|rdv|reservation|vol|train)\b.{0,80}\b(confirme|rappel|le \d|a \d{1,2} ?h|prevu|demain)/ nocase
        $es = /\b(cita|reserva|vuelo|consulta|agendamento|voo|appuntamento|prenotazione|volo|turno)\b.{0,80}\b(confirmad[oa]|recordatorio|lembrete|el (dia )?\d|a las \d|as \d|confermat[oa]|promemoria|alle \d|dia \d|manana|amanha|domani)/ nocase
        $tr = /\b(randevu|rezervasyon|ucus)[a-z]*\b.{0,80}\b(onay|saat|tarih|olustur|hatirlat|\d{1,2}[.:]\d{2})/ nocase
        $id = /\b(jadwal|reservasi|pemesanan|tiket|janji temu|penerbangan|temujanji|tempahan)\b.{0,80}\b(konfirmasi|dikonfirmasi|pukul|jam \d|tanggal|berhasil|disahkan|besok|esok)/ nocase
        $nl = /\b(afspraak|reservering|vlucht|wizyt[aey]|rezerwacj[aei]|aftale|avtale|tid hos|besok)\b.{0,80}\b(bevestigd|herinnering|om \d|op \d|potwierdz|przypomin|godz|kl\.? ?\d|bekraft|bekreft|morgen)/ nocase
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
        $sell = /\b(win|won|free|offer|discount|prize|deal|claim|off\b|click|sale|cash|loan|bonus|only|cruise|ringtone|text|txt)\b/ nocase
    condition:
        not $sell and (($en and $state) or $pnr or any of ($de, $fr, $es, $tr, $id, $nl) or (any of ($ru_1, $ru_2, $ru_3, $ru_4) and any of ($ru_ok_*)) or (any of ($ar_1, $ar_2) and $ar_ok)
            or (any of ($he_1, $he_2) and $he_ok) or (any of ($zh_1, $zh_2, $zh_3) and any of ($zh_ok_*)) or ($ja_1 and any of ($ja_ok_*)) or ($ko_1 and $ko_ok))
}
