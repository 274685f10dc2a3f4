// Bank, card, wallet and account phishing.

private rule link {
    strings:
        $scheme = /h(tt|xx)ps?:\/?\/?/ nocase
        $www = /\bwww\.[a-z0-9]/ nocase
        $path = /[a-z0-9-]\.[a-z]{2,12}\/[a-z0-9]/ nocase
        $host = /[a-z0-9-]{2,40}\.(com|net|org|info|biz|co|us|uk|de|fr|es|nl|ru|ph|id|cn|jp|br|mx|eu|app|io|top|xyz|vip|live|site|online|shop|click|win|bet|link|center|services?|support|club|cc|icu|sbs|cfd|help|today|pro|fun|cyou|me|tk|il|tr|in)(\b|\/)/ nocase
        $spoken = /[a-z0-9]\s?[\[({](dot|punto|ponto)[\])}]\s?[a-z]/ nocase
    condition:
        any of them
}

private rule phone_number {
    strings:
        $number = /(\+|\(|0|1|2|3|4|5|6|7|8|9)[0-9]{2,4}\)?[ .-]?[0-9]{2,4}[ .-]?[0-9]{2,5}([ .-]?[0-9]{2,4})?\b/
        $pairs = /\b0[0-9]( [0-9]{2}){4}\b/
    condition:
        any of them
}

private rule masked_account {
    strings:
        $mask = /(x|\*|\.\.|#|·)(x|\*|\.|#|·){0,8}[ -]?[0-9]{3,5}\b/ nocase
        $ending = /\b(ending|ends|ending in|ending with|terminada en|terminado em|terminada em|final|finissant par|mit endung|no\.?) (in |with |on |par )?[0-9]{3,4}\b/ nocase
    condition:
        any of them
}

rule account_locked {
    meta:
        title = "Account or card is locked until you act"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Fear of losing access plus a link or number to call: the classic way to a fake login page."
    strings:
        $noun = /\b(account|acct|acc|a\/c|ac|card|debit card|wallet|profile|access|online banking|mobile banking|net ?banking|membership|mailbox|paypal|apple ?id|icloud|netflix|amazon|venmo|cash ?app|zelle|gcash|maya|paytm|whats ?app|facebook|yono|e-?wallet|subscription|sim( card)?|atm|service|number|line|payroll|upi)\b/ nocase
        $state = /\b(suspend(ed)?|lock(ed)?|block(ed)?|restrict(ed)?|limited|deactivat(e|ed|ion)|de-activated|disabled?|terminated?|on hold|frozen|closed|closure|put on hold|placed on hold|expired?|expires|expiring|unverified|compromised|flagged|debarred|permanently closed|closing|bl0cked|cancell?ed|hold|interrupted|discontinued|barred|disconnected|inactive|blok|paused?)\b/ nocase
        $act = /\b(verify|verity|confirm|update|restore|unlock|unblock|reactivate|re-activate|log ?in|log ?on|sign ?in|click|tap|visit|follow|proceed|validate|resolve|review|secure|complete|submit|upgrade|re-?verify|act now|avoid|call|contact|press|kindly|renew|reply|extend)\b/ nocase
        $own = /\b(number on (the back of )?your card|visit (your |the )?(nearest |home )?branch|branch|in the app|in-app)\b/ nocase
        $urgent = /\b(immediately|urgent|urgently|within \d+ ?h|24 ?hours|24 ?hrs|today|asap|now|below|link|here|permanent)/ nocase
    condition:
        $noun and $state and $act and not $own and (link or (phone_number and $urgent and not masked_account))
}

rule account_locked_abroad {
    meta:
        title = "Account or card is locked until you act (other languages)"
        category = "junk"
        weight = 55
        unmasks = true
        why = "The same threat as account_locked; the words of a dozen languages."
    strings:
        $de_n = /\b(konto|karte|zugang|pushtan|online-?banking|kundenkonto|photo-?tan|apple-?id|depot|kreditkarte)/ nocase
        $de_s = /\b(gesperrt|sperrung|eingeschrankt|lauft ab|lauft .{0,20} ab|abgelaufen|deaktiviert|blockiert|verifizier|legitimier|bestatigen sie)/ nocase
        $fr_n = /\b(compte|carte|acces|carte vitale|dossier|abonnement|forfait|espace client|pass securite|certicode)\b/ nocase
        $fr_s = /\b(suspendue?s?|bloquee?s?|limitee?|desactivee?|expire[er]?|expiree|arrive a expiration|a mettre a jour|verifiez|confirmez|connexion inhabituelle|restreint)/ nocase
        $es_n = /\b(cuenta|tarjeta|acceso|clave|banca|perfil|conta|cartao|acesso|chave|cpf|conto|carta|profilo|utenza|accesso|servizio)\b/ nocase
        $es_s = /\b(bloquead[ao]|suspendid[ao]|limitad[ao]|restringid[ao]|desactivad[ao]|sera bloquead|cancelad[ao]|suspens[ao]|negativado|inativ[ao]|bloccat[ao]|sospes[ao]|limitat[ao]|disabilitat[ao]|disattivat[ao]|scadut[ao]|verifique|verifica (i|la|il|tu)|no reconoce|nao reconhece|regularize|anomal[oai])/ nocase
        $nl_n = /\b(rekening|bankpas|pas|account|betaalpas|digid|konto|bankid|kort|mobilbank)\b/ nocase
        $nl_s = /\b(geblokkeerd|opgeschort|beperkt|verloopt|gedeblokkeerd|verifieer|bevestig|sparrat|sperret|sperrat|sparret|begransat|inaktiv|verifiera|bekreft|bekraft)/ nocase
        $tr_n = /\b(hesab|karti|kartiniz|hesap|sifreniz|uyelig|hattiniz)/ nocase
        $tr_s = /\b(askiya|bloke|kapatil|kisitlan|dondurul|dogrulay|guncelley|iptal edil|sinirlan)/ nocase
        $id_n = /\b(rekening|akun|kartu|atm|m-?banking|brimo|livina|nomor|akaun|nasabah)\b/ nocase
        $id_s = /\b(di ?blokir|terblokir|dibekukan|nonaktif|dinonaktifkan|verifikasi|ditangguhkan|disekat|digantung|perubahan tarif|tarif baru|tarif[a-z ]{0,30}(berubah|menjadi|jadi)|tidak setuju)\b/ nocase
        $pl_n = /\b(konto|konta|karta|dostep|rachunek|ucet|szamla|fiok|contul|cardul)\b/ nocase
        $pl_s = /\b(zablokowan|zawieszon|ograniczon|wygasa|zweryfikuj|blokovan|zablokovan|felfuggeszt|korlatoz|blocat|suspendat)/ nocase
        $vi_n = /\b(tai khoan|the|dich vu|sms banking)\b/ nocase
        $vi_s = /\b(bi khoa|tam khoa|bi tam ngung|bi dinh chi|xac minh|xac thuc|dang nhap)\b/ nocase
        $tl_n = /\b(account|gcash|maya|sim|wallet)\b/ nocase
        $tl_s = /\b(masususpinde|ma-?bl?ock|isasara|made-?deactivate|i-?verify|maba-?ban)/ nocase
        $hi_n = /\b(khata|account|kyc|sim|paytm|card|atm)\b/ nocase
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
        (link or (phone_number and (any of ($es_n) or any of ($fr_n)) and filesize < 100))
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
        $what = /\b(e-?kyc|kyc|pay ?2?tm ?kyc|pay2tmkyc|paytm ?kyc|pan ?(card|number|no)?|aadhaa?r|bvn|nin|cnic|yono|sim ?(card)? verification)\b/ nocase
        $threat = /\b(expired?|expire|expiring|suspend(ed)?|block(ed)?|bl0cked|hold|deactivat(e|ed)|update|updated|updat|pending|closed|incomplete|not (been )?(update|updated|verified|linked)|band|blocked)\b/ nocase
        $way = /\b(click|call|contact|link|visit|customer ?care|helpline|reply|log ?in|whats ?app|immediately|within)\b/ nocase
        $never = /\b(never|do not|don't|visit (your )?(nearest |home )?branch|at (any|nearest) branch)\b/ nocase
    condition:
        $what and $threat and $way and (link or phone_number) and not $never
}

rule bank_login_link {
    meta:
        title = "A bank's name, a link, and something to confirm"
        category = "junk"
        weight = 35
        why = "Banks do not send links to confirm data; the address decides whether it is fraud."
    strings:
        $bank = /\b(bank|chase|wells ?fargo|citi(bank)?|bofa|bank of america|capital one|hsbc|barclays|lloyds|natwest|santander|halifax|monzo|nationwide|tsb|sbi|hdfc|icici|axis|bbva|banorte|banamex|nubank|itau|bradesco|caixa|sparkasse|volksbank|commerzbank|postbank|credit ?agricole|bnp|societe generale|ing|rabobank|abn amro|bri|bca|mandiri|bni|bdo|bpi|metrobank|landbank|gcash|maya|ziraat|garanti|akbank|isbank|yapi kredi|anz|commbank|westpac|nab|paypal|venmo|zelle|cash ?app|revolut|n26|dkb|unicredit|intesa|poste ?pay|bper|nordea|swedbank|danske|mbank|pko|absa|fnb|capitec|gtbank|zenith|aib|truist|usaa|td bank|rbc|bmo|cibc|scotiabank|interac|metamask|trust wallet|coinbase|binance|ledger|kraken)\b/ nocase
        $act = /\b(verify|confirm|validate|unlock|restore|re-?activate|secure your|dispute|cancel (here|this|it|immediately|the|now)|not you|wasn'?t you|if this (was|is) ?n.t|did ?n.?t (make|request|authori[sz]e)|unauthori[sz]ed|unusual|suspicious|new (payee|device)|log ?in (to|here|at)|sign ?in|security (update|check)|claim|redeem|seed phrase|recovery phrase|withdrawal)\b/ nocase
        $cancel = /\b(verifique|verifica|confirme|cancele|dogrula|verifikasi|bestatigen|verifizieren|confirmez|verifiez|bevestig)/ nocase
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
        $charge = /\b(charged?|debited|purchase|payment|order|transaction|transfer|invoice|renew(s|ed|al)?|auto-?renew(s|ed|al)?|withdrawal|you sent|subscription|annual plan|used (for|at))\b/ nocase
        $deny = /\b(if (you )?(did ?n.?t|did not|didnt|have not|haven't|don't|do not) (make|authori[sz]e|recogni[sz]e|place|request|perform|initiate)|not (you|authori[sz]ed)\??|if (this|it) (was|is) ?(not|n.t)( done| made)?( by)? you|if not (done |made )?(by )?you|wasn'?t you|to (cancel|dispute|stop|decline|report|refund)|for (cancellation|refund)|unauthori[sz]ed)\b/ nocase
        $call = /\b(call|dial|contact|phone|helpline|toll ?free|support|desk|reach)\b.{0,40}(\+|\(|0|1|8)[0-9 ().-]{9,17}/ nocase
        $reply = /\breply (with )?.?(yes|no|y|n|1|2)\b/ nocase
        $es = /\b(no (lo |la )?reconoce|nao reconhece|si no (fue|ha sido) usted|tanimiyorsaniz|niet herkend|non riconosci|nicht erkannt|non reconnu|falls nicht autorisiert|pas a l'origine|agar aapne nahi kiya)/ nocase
        $foreign_call = /\b(ligue|llame|llama|arayin|bel|chiama|chiamare|rufen|appelez|call karein)\b/ nocase
    condition:
        not $reply and not masked_account and (($charge and $deny and $call) or ($es and $foreign_call and phone_number))
}

rule card_blocked_call {
    meta:
        title = "Your card is blocked, call a mobile number"
        category = "junk"
        weight = 55
        unmasks = true
        why = "An ATM card that was 'blocked today' and a private number to call: the call is the fraud."
    strings:
        $card = /\b(atm|debit|credit|bank|visa)? ?card|wallet|paytm|pyatm|account|bvn\b/ nocase
        $state = /\b(block(ed)?|bl0cked|deactivated|de-activated|suspended|booked and hold|hold|not (yet )?updated|been stopped|closed)\b/ nocase
        $call = /\b(call|contact|cal|dial|plz call)\b.{0,50}(0|6|7|8|9|\+|\()[0-9 ().-]{8,16}[0-9]/ nocase
        $again = /\b(re-?activate|reactivat|re-activate|update|unblock|verify|kyc|customer care|assistance|for help|release|immediately)\b/ nocase
        $toll_free = /\b1[ -]?8[0-9]{2}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}\b/
    condition:
        $card and $state and $call and $again and not (masked_account or ($toll_free and masked_account))
}

rule code_forward_request {
    meta:
        title = "Asks to pass on a code"
        category = "junk"
        weight = 65
        unmasks = true
        why = "A code is a key; whoever asks for it takes over the account."
    strings:
        $send = /\b(send|forward|forwarding|tell|give|share|reply( with)?|text|read out|provide|pass( me)?|whatsapp me)( (it|me|us|back|to us|with us|to me))?( with)? ?(the|that|this|your|a|my)? ?([46]|six|four)?[ -]?(digit)? ?(verification |security |otp |login |one[- ]time |sms |whatsapp )?(code|otp|passcode|pin)\b/ nocase
        $accident = /\b(code|otp|pin)\b.{0,60}\b(by mistake|by accident|accidentally|wrongly|to your (phone|number)|sent you|was sent to you|we just sent)\b/ nocase
        $never = /\b(never|not|n't|dont|don.t|anyone|anybody|no one)\b/ nocase
        $forward = /\b(forward|forwarding|send back|reply with|share) (back )?the (6|six|4)[ -]?digit/ nocase
        $es = /\b(envia(me|nos)?|reenvi[ae]|manda(me)?|pasame|dime|responde con) el codigo\b/ nocase
        $fr = /\b(envoie[zs]?|transfer[ez]+|donne[zs]?)[ -](moi |nous )?le code\b/ nocase
        $de = /\b(senden|schick|leiten) (sie )?(mir |uns )?(den|diesen) .{0,20}code\b/ nocase
        $pt = /\b(envie|encaminhe|me manda|me passa|repasse) o codigo\b/ nocase
        $id = /\b(kirim(kan)?|berikan|teruskan) kode (otp|verifikasi|6)/ nocase
        $id_never = /\bjangan\b/ nocase
        $not_pt = /\b(no|ne|nicht|nao|non|nunca|jamais|nie)\b/ nocase
    condition:
        ($send and $accident and not $never) or ($forward and not $never) or ($id and not $id_never) or (any of ($es, $fr, $de, $pt) and not $not_pt)
}

rule alert_with_short_link {
    meta:
        title = "Bank alert with a shortened link"
        category = "junk"
        weight = 50
        unmasks = true
        why = "The form of an account alert, with a link whose owner is hidden."
    strings:
        $short = /\b(bit\.ly|bit\.do|tinyurl\.com|cutt\.ly|rb\.gy|t\.ly|is\.gd|goo\.gl|ow\.ly|shorturl\.at|s\.id|rebrand\.ly|tiny\.cc|u\.to|clck\.ru|gg\.gg)\/[a-z0-9]/ nocase
        $alert = /\b(debited|credited|deducted|withdrawn|transaction|charged|account|a\/c|acct|card|payment|transfer|otp|code|kyc|wallet|cuenta|conta|compte|konto|rekening|hesab[a-z]*)\b/ nocase
        $act = /\b(click|tap|verify|cancel|log ?in|update|confirm|not you|dispute|stop (it|this)|unblock|secure|block it|reverse|reject|cancelar|verificar|confirmer|verifizieren|verifikasi|dogrula[a-z]*)\b/ nocase
    condition:
        all of them
}
