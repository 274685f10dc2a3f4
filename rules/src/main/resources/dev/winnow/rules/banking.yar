// Bank, card, wallet and account phishing.

rule account_locked {
    meta:
        title = "Account or card is locked until you act"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Fear of losing access plus a link or number to call: the classic way to a fake login page."
    strings:
        $noun = /\b(mobile banking|your sim|upi id|icloud|cash ?app|yono|net ?banking|venmo|maya|online banking|zelle|profile|sim card|gcash|membership|apple ?id|subscription|mailbox|facebook|acct|a\/c|netflix|payroll|paypal|amazon|whats ?app|wallet|paytm|access|card|number|account|service)\b/ nocase
        $state = /\b(disabled?|frozen|closure|put on hold|placed on hold|expiring|unverified|flagged|debarred|permanently closed|interrupted|discontinued|inactive|terminated?|barred|paused?|on hold|compromised|closing|disconnected|restrict(ed)?|cancell?ed|blok|de-activated|closed|bl0cked|deactivat(e|ed|ion)|expires|lock(ed)?|expired?|hold|block(ed)?|suspend(ed)?|limited)\b/ nocase
        $own = /\b(number on (the back of )?your card|visit (your |the )?(nearest |home )?branch|branch|in the app|in-app)\b/ nocase
    condition:
        $noun and $state and way_to_answer and not $own and (leading_link or (phone_number and urgent and not masked_account))
}

rule account_locked_abroad {
    meta:
        title = "Account or card is locked until you act (other languages)"
        category = "junk"
        weight = 55
        unmasks = true
        why = "The same threat as account_locked; the words of a dozen languages."
    strings:
        $de_n = /\b(zugang|pushtan|online-?banking|kundenkonto|photo-?tan|apple-?id|depot|kreditkarte|karte|konto)/ nocase
        $de_s = /\b(sperrung|eingeschrankt|lauft ab|lauft .{0,20} ab|abgelaufen|blockiert|verifizier|legitimier|deaktiviert|bestatigen sie|gesperrt)/ nocase
        $fr_n = /\b(dossier|abonnement|forfait|espace client|pass securite|certicode|carte vitale|compte|carte|acces)\b/ nocase
        $fr_s = /\b(suspendue?s?|expiree|a mettre a jour|connexion inhabituelle|restreint|desactivee?|arrive a expiration|verifiez|confirmez|bloquee?s?|expire[er]?|limitee?)/ nocase
        $es_n = /\b(clave|banca|perfil|acesso|chave|cpf|profilo|utenza|accesso|servizio|acceso|cartao|carta|tarjeta|conto|cuenta|conta)\b/ nocase
        $es_s = /\b(suspendid[ao]|limitad[ao]|restringid[ao]|sera bloquead|cancelad[ao]|suspens[ao]|negativado|inativ[ao]|limitat[ao]|disabilitat[ao]|disattivat[ao]|scadut[ao]|no reconoce|anomal[oai]|regularize|desactivad[ao]|sospes[ao]|verifique|nao reconhece|bloccat[ao]|verifica (i|la|il|tu)|bloquead[ao])/ nocase
        $nl_n = /\b(bankpas|betaalpas|bankid|mobilbank|digid|kort|rekening|konto|pas|account)\b/ nocase
        $nl_s = /\b(opgeschort|beperkt|verloopt|gedeblokkeerd|sparrat|sperret|sperrat|sparret|begransat|inaktiv|verifiera|bekreft|bekraft|geblokkeerd|verifieer|bevestig)/ nocase
        $tr_n = /\b(hesap|uyelig|hattiniz|sifreniz|kartiniz|karti|hesab)/ nocase
        $tr_s = /\b(kapatil|kisitlan|dondurul|iptal edil|sinirlan|guncelley|bloke|askiya|dogrulay)/ nocase
        $id_n = /\b(akun|m-?banking|brimo|livina|akaun|kartu|nomor|nasabah|rekening|atm)\b/ nocase
        $id_s = /\b(terblokir|dibekukan|nonaktif|dinonaktifkan|ditangguhkan|disekat|digantung|perubahan tarif|tarif baru|tarif[a-z ]{0,30}(berubah|menjadi|jadi)|tidak setuju|di ?blokir|verifikasi)\b/ nocase
        $pl_n = /\b(rachunek|ucet|szamla|fiok|contul|cardul|karta|dostep|konta|konto)\b/ nocase
        $pl_s = /\b(zablokowan|zawieszon|ograniczon|wygasa|zweryfikuj|blokovan|zablokovan|felfuggeszt|korlatoz|blocat|suspendat)/ nocase
        $vi_n = /\b(tai khoan|dich vu|sms banking)\b/ nocase
        $vi_s = /\b(tam khoa|bi tam ngung|bi dinh chi|xac minh|xac thuc|bi khoa|dang nhap)\b/ nocase
        $tl_n = /\b(account|gcash|maya|sim|wallet)\b/ nocase
        $tl_s = /\b(masususpinde|ma-?bl?ock|isasara|made-?deactivate|i-?verify|maba-?ban)/ nocase
        $hi_n = /\b(khata|kyc|atm|sim|paytm|card|account)\b/ nocase
        $hi_s = /\b(band ho (jayega|gaya)|block ho (jayega|gaya|jayegi)|expire ho (gaya|jayega)|turant|bandh)\b/ nocase
        $ru_n1 = "карт"
        $ru_n2 = "аккаунт"
        $ru_n3 = "счет"
        $ru_n4 = "счёт"
        $ru_n5 = "учетн"
        $ru_n6 = "госуслуг"
        $ru_s1 = "заблокир"
        $ru_s2 = "подтвердите"
        $ru_s3 = "приостановлен"
        $ru_s4 = "если это не вы"
        $ar_n1 = "حساب"
        $ar_n2 = "بطاق"
        $ar_n3 = "ابشر"
        $ar_s1 = "إيقاف"
        $ar_s2 = "ايقاف"
        $ar_s3 = "تعليق"
        $ar_s4 = "تجميد"
        $ar_s5 = "حظر"
        $ar_s6 = "تحديث بيانات"
        $ar_s7 = "تم حجب"
        $fa_n = "حساب"
        $fa_s = "مسدود"
        $he_n1 = "חשבונ"
        $he_n2 = "כרטיס"
        $he_s1 = "הוגבל"
        $he_s2 = "נחסם"
        $he_s3 = "הושעה"
        $he_s4 = "חסום"
        $hi2_n = "खाता"
        $hi2_s1 = "ब्लॉक"
        $hi2_s2 = "बंद"
        $zh_n1 = "银行卡"
        $zh_n2 = "账户"
        $zh_n3 = "帐户"
        $zh_n4 = "帳戶"
        $zh_n5 = "账号"
        $zh_n6 = "医保"
        $zh_n7 = "社保"
        $zh_s1 = "冻结"
        $zh_s2 = "凍結"
        $zh_s3 = "停用"
        $zh_s4 = "失效"
        $zh_s5 = "异常"
        $zh_s6 = "注销"
        $ja_n1 = "アカウント"
        $ja_n2 = "口座"
        $ja_n3 = "お取引"
        $ja_n4 = "カード"
        $ja_n5 = "ご利用"
        $ja_s1 = "制限"
        $ja_s2 = "停止"
        $ja_s3 = "本人確認はこちら"
        $ja_s4 = "異常"
        $ko_n = "계정"
        $ko_s = "정지"
        $th_n = "บัญชี"
        $th_s = "ระงับ"
        $el_n = "λογαριασμ"
        $el_s1 = "κλειδωθ"
        $el_s2 = "ανασταλ"
    condition:
        (leading_link or (phone_number and (any of ($es_n) or any of ($fr_n)) and filesize < 100))
        and ((any of ($de_n*) and any of ($de_s*)) or (any of ($fr_n*) and any of ($fr_s*)) or (any of ($es_n*) and any of ($es_s*))
            or (any of ($nl_n*) and any of ($nl_s*)) or (any of ($tr_n*) and any of ($tr_s*)) or (any of ($id_n*) and any of ($id_s*))
            or (any of ($pl_n*) and any of ($pl_s*)) or (any of ($vi_n*) and any of ($vi_s*)) or (any of ($tl_n*) and any of ($tl_s*))
            or (any of ($hi_n*) and any of ($hi_s*)) or (any of ($ru_n*) and any of ($ru_s*)) or (any of ($ar_n*) and any of ($ar_s*))
            or ($fa_n and $fa_s) or (any of ($he_n*) and any of ($he_s*)) or (any of ($hi2_n*) and any of ($hi2_s*))
            or (any of ($zh_n*) and any of ($zh_s*)) or (any of ($ja_n*) and any of ($ja_s*)) or ($ko_n and $ko_s) or ($th_n and $th_s)
            or ($el_n and any of ($el_s*)))
}

rule kyc_expiry {
    meta:
        title = "KYC, PAN or BVN must be renewed now"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Banks renew identity papers in branch or app, never through a stranger's link or mobile number."
    strings:
        $what = /\b(e-?kyc|cnic|sim ?(card)? verification|aadhaa?r|yono|bvn|pay2tmkyc|paytm ?kyc|nin|pay ?2?tm ?kyc|pan ?(card|number|no)?|kyc)\b/ nocase
        $threat = /\b(expiring|not (been )?(update|updated|verified|linked)|incomplete|band|updated|closed|bl0cked|blocked|deactivat(e|ed)|expired?|expire|hold|block(ed)?|suspend(ed)?|pending|update|updat)\b/ nocase
        $never = /\b(never|do not|don't|visit (your )?(nearest |home )?branch|at (any|nearest) branch)\b/ nocase
    condition:
        $what and $threat and (link or phone_number) and not $never
}

rule bank_login_link {
    meta:
        title = "A bank's name, a link, and something to confirm"
        category = "junk"
        weight = 35
        why = "Banks do not send links to confirm data; the address decides whether it is fraud."
    strings:
        $bank = /\b(halifax|monzo|banamex|postbank|bank bri|klik ?bca|bank bni|bdo |metrobank|landbank|isbank|yapi kredi|anz bank|revolut|n26|nordea|danske|zenith|truist|usaa|td bank|scotiabank|interac|trust wallet|binance|ledger|kraken|bofa|capital one|commbank|cash ?app|poste ?pay|mbank|capitec|bmo|axis|itau|rabobank|maya|venmo|swedbank|absa|gtbank|rbc royal|bradesco|credit ?agricole|mandiri|garanti|zelle|unicredit|intesa|chase|volksbank|societe generale|bank of america|barclays|natwest|sbi |sparkasse|abn amro|gcash|westpac|nubank|caixa|bnp|akbank|cibc|bbva|banorte|commerzbank|ziraat|lloyds|nationwide|hsbc|santander|hdfc|icici|bper|wells ?fargo|citi(bank)?|paypal|metamask|coinbase|bank)\b/ nocase
        $act = /\b(security (update|check)|recovery phrase|secure your|dispute|unlock|sign ?in|unauthori[sz]ed|unusual|suspicious|log ?in (to|here|at)|did ?n.?t (make|request|authori[sz]e)|redeem|not you|new (payee|device)|validate|restore|seed phrase|re-?activate|cancel (immediately|here|this|now|it|the)|withdrawal|wasn\'?t you|if this (was|is) ?n.t|confirm|verify|claim)\b/ nocase
        $cancel = /\b(verifizieren|verifiez|bevestig|verifique|confirmez|bestatigen|cancele|dogrula|verifikasi|confirme|verifica)/ nocase
    condition:
        $bank and any of ($act, $cancel) and link
}

rule stranger_charged_you {
    meta:
        title = "Unknown charge, call this number"
        category = "junk"
        weight = 50
        why = "Invents a purchase so that the victim calls a fake help line; a real bank names the card and asks for yes or no."
    strings:
        $charge = /\b(invoice|subscription|you sent|debited|purchase|auto-?renew(s|ed|al)?|annual plan|renew(s|ed|al)?|payment|transaction|transfer|withdrawal|used (for|at)|order|charged?)\b/ nocase
        $deny = /\b((do|have) not (authori[sz]e|recogni[sz]e|request)|authori[sz]ed by you|for (cancellation|refund)|unauthori[sz]ed|did not (recogni[sz]e|perform|authori[sz]e|request|initiate|place|make)|did ?n.?t (recogni[sz]e|perform|authori[sz]e|request|initiate|place|make))/ nocase
        $deny_1 = "not you?" nocase
        $deny_2 = "not you," nocase
        $deny_3 = "not you " nocase
        $deny_4 = "wasn't you" nocase
        $deny_5 = "was not you" nocase
        $deny_6 = "not done by you" nocase
        $deny_7 = "not made by you" nocase
        $deny_8 = "to cancel" nocase fullword
        $deny_9 = "to dispute" nocase
        $deny_10 = "to decline" nocase
        $deny_11 = "not authorized" nocase
        $deny_12 = "not authorised" nocase
        $deny_13 = "if not you" nocase
        $deny_14 = "not by you" nocase
        $reply = /\breply (with )?.?(yes|2|1|no|y|n)\b/ nocase
        $es = /\b(nicht erkannt|non reconnu|no (lo |la )?reconoce|tanimiyorsaniz|niet herkend|non riconosci|falls nicht autorisiert|pas a l'origine|agar aapne nahi kiya|nao reconhece|si no (fue|ha sido) usted)/ nocase
        $foreign_call = /\b(chiamare|bel [+0-9]|llama|llame|chiama|rufen|call karein|bel (direct|ons|nu)|arayin|appelez|ligue)/ nocase
    condition:
        not $reply and not masked_account and (($charge and any of ($deny*) and phone_number and way_to_answer) or ($es and $foreign_call and phone_number))
}

rule card_blocked_call {
    meta:
        title = "Your card is blocked, call a mobile number"
        category = "junk"
        weight = 55
        unmasks = true
        why = "An ATM card that was 'blocked today' and a private number to call: the call is the fraud."
    strings:
        $card = /\b(bvn|pyatm|wallet|paytm|card|account)\b/ nocase
        $state = /\b(been stopped|not (yet )?updated|booked and hold|de-activated|closed|bl0cked|deactivated|hold|block(ed)?|suspended)\b/ nocase
        $again = /\b(unblock|assistance|release|for help|reactivat|re-activate|customer care|kyc|re-?activate|immediately|update|verify)\b/ nocase
    condition:
        $card and $state and phone_number and way_to_answer and $again and not masked_account
}

rule code_forward_request {
    meta:
        title = "Asks to pass on a code"
        category = "junk"
        weight = 65
        unmasks = true
        why = "A code is a key; whoever asks for it takes over the account."
    strings:
        $the_code = /\b(the|that|this|your|my) ([46][- ]digit |six[- ]digit )?(one[- ]time |security |login |otp |verification |whatsapp |sms )?(code|passcode)\b/ nocase
        $the_otp_1 = "the otp" nocase fullword
        $the_otp_2 = "that otp" nocase fullword
        $the_otp_3 = "your otp" nocase fullword
        $the_otp_4 = "this otp" nocase fullword
        $the_pin = "the pin" nocase fullword
        $pass_1 = "send me" nocase
        $pass_2 = "send it" nocase
        $pass_3 = "forward" nocase
        $pass_4 = "give me" nocase
        $pass_5 = "tell me" nocase
        $pass_6 = "share" nocase fullword
        $pass_7 = "reply with" nocase
        $pass_8 = "text me" nocase
        $pass_9 = "read out" nocase
        $pass_10 = "send us" nocase
        $pass_11 = "text it" nocase
        $pass_12 = "send the" nocase
        $pass_13 = "send that" nocase
        $pass_14 = "pass it" nocase
        $pass_15 = "give it" nocase
        $accident = /\b(by accident|sent you .{0,24}code|by mistake|wrongly|code.{0,40}sent (you|to you)|we just sent|accidentally|(to|on) your (phone|number))\b/ nocase
        $never_1 = "never" nocase fullword
        $never_2 = "not" nocase fullword
        $never_3 = "dont" nocase fullword
        $never_4 = "don't" nocase fullword
        $never_5 = "anyone" nocase fullword
        $never_6 = "anybody" nocase fullword
        $never_7 = "no one" nocase fullword
        $never_8 = "nicht" nocase fullword
        $never_9 = "nunca" nocase fullword
        $never_10 = "jamais" nocase fullword
        $forward = /\b(forward|forwarding|send back|reply with|share) (back )?the (6|six|4)[ -]?digit/ nocase
        $es = /\b(pasame|responde con|reenvi[ae]|envia(me|nos)?|dime|manda(me)?) el codigo\b/ nocase
        $fr = /\b(envoie[zs]?|transfer[ez]{1,4}|donne[zs]?)[ -](moi |nous )?le code\b/ nocase
        $de = /\b(senden|schick|leiten) (sie )?(mir |uns )?(den|diesen) .{0,20}code\b/ nocase
        $pt = /\b(envie|encaminhe|me manda|me passa|repasse) o codigo\b/ nocase
        $id = /\b(kirim(kan)?|berikan|teruskan) kode (otp|verifikasi|6)/ nocase
        $id_never = /\bjangan\b/ nocase
    condition:
        (any of ($the_*) and any of ($pass_*) and $accident and not any of ($never_*)) or ($forward and not any of ($never_*)) or ($id and not $id_never) or (any of ($es, $fr, $de, $pt) and not any of ($never_*))
}

rule alert_with_short_link {
    meta:
        title = "Bank alert with a shortened link"
        category = "junk"
        weight = 50
        unmasks = true
        why = "The form of an account alert, with a link whose owner is hidden."
    strings:
        $short = /\b(s\.id|rebrand\.ly|tiny\.cc|u\.to|clck\.ru|gg\.gg|bit\.do|ow\.ly|goo\.gl|tinyurl\.com|rb\.gy|t\.ly|is\.gd|shorturl\.at|cutt\.ly|bit\.ly)\/[a-z0-9]/ nocase
        $alert = /\b(deducted|withdrawn|acct|debited|credited|compte|otp|cuenta|rekening|konto|charged|payment|a\/c|transaction|hesab[a-z]{0,20}|kyc|transfer|wallet|code|card|conta|account)\b/ nocase
        $act = /\b(block it|cancelar|verifizieren|unblock|reject|verificar|dispute|stop (it|this)|reverse|confirmer|tap|verifikasi|dogrula[a-z]{0,20}|not you|click|secure|cancel|confirm|update|verify|log ?in)\b/ nocase
    condition:
        all of them
}

rule code_and_forward_request {
    meta:
        title = "Holds a code and asks to pass it on"
        category = "junk"
        weight = 50
        unmasks = true
        why = "No sender of a code asks for it back: the wording of the code must not excuse the request."
    condition:
        code_forward_request and code_digits
}
