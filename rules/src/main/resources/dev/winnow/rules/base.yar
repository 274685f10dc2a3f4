// What many rules ask about: links, numbers, verbs. The pack is one source, so that these are looked for once.
// A condition that cannot hold without a string is evaluated only where one was found, so none asks for less: not #a > 1 but $a and #a > 1.

private rule link {
    strings:
        $http = "http" nocase
        $hxxp = "hxxp" nocase
        $www = "www." nocase
        $domain = /[a-z0-9](\.com|\.net|\.org|\.info|\.biz|\.app|\.top|\.xyz|\.vip|\.live|\.site|\.online|\.shop|\.click|\.win|\.bet|\.link|\.center|\.service|\.services|\.support|\.club|\.icu|\.xin|\.buzz|\.lol|\.bond|\.monster|\.autos|\.qpon|\.sbs|\.cfd|\.help|\.today|\.pro|\.fun|\.cyou|\.website|\.store|\.space|\.dev|\.page|\.mobi|\.asia)\b/ nocase
        $country = /[a-z0-9](\.co\.uk|\.co\.in|\.co\.id|\.gov\.uk|\.de|\.fr|\.es|\.nl|\.ru|\.ph|\.cn|\.jp|\.br|\.mx|\.eu|\.tk|\.pl|\.cz|\.ch|\.se|\.vn|\.uk|\.co|\.cc|\.io|\.tv)\b/ nocase
        $path = /[a-z0-9](\.ly\/|\.gl\/|\.gd\/|\.gy\/|\.me\/|\.in\/|\.us\/|\.at\/|\.to\/|\.is\/|\.do\/|\.id\/|\.ee\/|\.ai\/|\.sh\/|\.pw\/|\.cl\/|\.im\/|\.li\/|\.by\/|\.se\/|\.pl\/|\.cz\/|\.ke\/|\.ng\/|\.za\/|\.my\/|\.sg\/|\.th\/|\.vn\/|\.tr\/|\.il\/|\.ua\/|\.kz\/|\.ae\/|\.sa\/|\.eg\/|\.pk\/|\.bd\/|\.lk\/|\.it\/|\.pt\/|\.gr\/|\.hu\/|\.ro\/|\.bg\/|\.dk\/|\.no\/|\.fi\/|\.be\/|\.ch\/|\.ca\/|\.au\/|\.nz\/|\.tw\/|\.hk\/|\.kr\/|\.mobi\/|\.asia\/|\.life\/|\.world\/|\.cash\/|\.loan\/|\.game\/|\.bond\/|\.best\/|\.cool\/|\.deal\/|\.deals\/|\.money\/|\.space\/|\.website\/|\.store\/|\.work\/|\.news\/|\.info\/)[a-z0-9]/ nocase
        $hyphenated = /-[a-z0-9]{2,30}(\.in|\.me|\.us|\.to|\.id|\.it|\.my|\.sg|\.za)\b/ nocase
        $defanged_1 = "(dot)" nocase
        $defanged_2 = "[dot]" nocase
        $defanged_3 = "{dot}" nocase
        $defanged_4 = "(punto)" nocase
        $defanged_5 = "[.]"
    condition:
        any of them
}

// Digits are looked for where a number begins, not at every digit.
private rule phone_number {
    meta:
        slow = true
    strings:
        $spaced = /( 0| 1| 2| 3| 4| 5| 6| 7| 8| 9|\+|\(|:0|:1|:2|:4|:6|:7|:8|:9|-0|-1|-6|-7|-8|-9|@0|@6|@7|@8|@9|\.0|\.6|\.7|\.8|\.9|\/0|\/1|\/9|\*9|l0|n0|t0|o0|l9|k0)([0-9]{0,12}([) .-]{1,2}\(?|\())?[0-9]{3}([0-9]{2}|[0-9]?[) .-]{1,2}[0-9]{2})/
        $pairs = /( 0|:0)[0-9]( [0-9]{2}){4}\b/
    condition:
        any of them
}

// What may be a code: three to eight digits in a row, or split once.
private rule code_digits {
    meta:
        slow = true
    strings:
        $spaced = /( 0| 1| 2| 3| 4| 5| 6| 7| 8| 9)[0-9]{2,3}[ -]?[0-9]{1,5}\b/
        $colon = /:[0-9]{2,3}[ -]?[0-9]{1,5}\b/
        $prefixed = /[a-z]-[0-9]{4,8}\b/ nocase
        $enclosed = /(\(|\[|#|\*|"|=|>|\xe2\x80\x9c)[0-9]{4,8}\b/
        $glued = /(\xef\xbc\x9a|\xe6\x98\xaf|\xe4\xb8\xba|\xe7\xa0\x81|\xe3\x80\x90|\xe3\x80\x91|\xe3\x81\xaf|\xe3\x80\x8c|\xe7\x82\xba|\xe3\x80\x82)[0-9]{4,8}/
        $mixed = /\b(code|otp|pin|kod|codigo|kode)( is|:| -)? ?:? ?[a-z]{0,4}[0-9][a-z0-9]{2,6}\b/ nocase
    condition:
        any of them or (uint8(0) >= 0x30 and uint8(0) <= 0x39 and uint8(2) >= 0x30 and uint8(2) <= 0x39 and uint8(3) >= 0x20 and uint8(3) <= 0x39)
}

private rule number {
    condition:
        code_digits or phone_number
}

private rule money_sign {
    meta:
        slow = true
    strings:
        $pound = "\xc2\xa3"
        $dollar = "$"
        $euro = "\xe2\x82\xac"
        $rupee = "\xe2\x82\xb9"
        $peso = "\xe2\x82\xb1"
        $rs = /( rs| rp| inr| php| usd| gbp| rm)\.? ?[0-9]/ nocase
    condition:
        any of them
}

private rule verb_to_answer {
    strings:
        $call = "call" nocase fullword
        $text = "text" nocase fullword
        $txt = "txt" nocase fullword
        $reply = "reply" nocase fullword
        $send = "send" nocase fullword
        $contact = "contact" nocase fullword
        $dial = "dial" nocase fullword
        $sms = "sms" nocase fullword
        $msg = "msg" nocase fullword
        $message = "message" nocase fullword
        $whatsapp = /whats ?app/ nocase
        $click = "click" nocase fullword
        $tap = "tap" nocase fullword
        $visit = "visit" nocase fullword
        $apply = "apply" nocase fullword
        $register = "register" nocase fullword
        $sign_up = /sign ?up/ nocase
        $join = "join" nocase fullword
        $claim = "claim" nocase fullword
        $collect = "collect" nocase fullword
        $order = "order" nocase fullword
        $more = /\b(log ?in|log ?on|logon|telegram|download|install|redeem|viber|hubungi|daftar|kaydol|basvur|registrate|inscri|jetzt|visita|goto|go to|accept|email|e-mail|enrol{1,3}|subscribe|arayin|siparis|tikla|pesan|order karo|donate|mag-?register|uye ol)\b/ nocase
    condition:
        any of them
}

// A way to answer the sender.
private rule way_to_answer {
    condition:
        link or phone_number or verb_to_answer
}

// No honest alert says these.
private rule bait {
    strings:
        $free = "free" nocase fullword
        $win = "win" nocase fullword
        $won = "won" nocase fullword
        $offer = "offer" nocase fullword
        $click = "click" nocase fullword
        $more = /\b(winner|prize|claim|bonus|discount|reward|gift|congrat[a-z]{0,20}|jackpot|casino|redeem|deal|loan|cash ?back)\b/ nocase
    condition:
        any of them
}

private rule urgent {
    strings:
        $now = "now" nocase fullword
        $today = "today" nocase fullword
        $more = /\b(urgent(ly)?|immediate(ly)?|asap|tonight|within \d|24 ?h(ou)?rs?|24 ?h|hurry|at once|avoid|right away|permanent(ly)?|below)\b/ nocase
    condition:
        any of them
}

// An account or card number with its front hidden, or only its end.
private rule masked_account {
    meta:
        slow = true
    strings:
        $mask = /[x*.#](x0|x1|x2|x3|x4|x5|x6|x7|x8|x9|\*0|\*1|\*2|\*3|\*4|\*5|\*6|\*7|\*8|\*9|\.0|\.1|\.2|\.3|\.4|\.5|\.6|\.7|\.8|\.9)[0-9]{1,5}\b/ nocase
        $gap = /(xx |xx-|\*\* |\*\*-|\*\*\*\.|xx\.)[0-9]{3,5}\b/ nocase
        $cyrillic = /(\xd1\x85|\xd0\xa5)[0-9]{4}\b/
        $star = /\*[0-9]{4}\b/
        $ending = /\b(ending|ends|endingin|final|no\.|terminad[ao]|finissant|endend|endung|zakonczon|berakhir|slutar|slutter|eindigend|vegzodo)\b[a-z:. ]{0,12}[x*.]{0,4}[0-9]{3,5}\b/ nocase
        $biten = /[0-9]{4} ?(ile biten|numarali|nolu|ile sonlanan)/ nocase
    condition:
        any of them
}

// Links that fraud uses, and the verbs that lead there: shared by the topics on fraud of today.

private rule odd_link {
    strings:
        $tld_x_1 = /[a-z0-9](\.top|\.xyz|\.click|\.lol|\.sbs|\.icu|\.fun|\.buzz|\.pw|\.bond|\.vip|\.cfd|\.cyou|\.rest|\.monster|\.wang|\.lat|\.xin|\.qpon|\.win|\.bet|\.ink|\.casino|\.quest|\.beauty|\.makeup|\.autos|\.mom|\.hair|\.skin|\.boats|\.homes|\.tk|\.ren|\.uno)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $tld_x_2 = /[a-z0-9](\.cc|\.pages\.dev|\.web\.app|\.vercel\.app|\.netlify\.app|\.duckdns\.org|\.blogspot\.com|\.workers\.dev|\.firebaseapp\.com|\.weebly\.com|\.wixsite\.com|\.000webhostapp\.com|\.cn\.com)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $gap_x_1 = /[a-z0-9]( \. | \.)(top|xyz|click|lol|sbs|icu|fun|buzz|bond|vip|cfd|cyou|rest|monster|site|online|link|club|shop|store|world|win|bet|ink|cc|life|help|info|pro)\b/ nocase
        $bent_x_1 = "hxxp" nocase fullword
        $bent_x_2 = "[.]" nocase
        $bent_x_3 = "(.)" nocase
        $bent_x_4 = "(dot)" nocase
        $bent_x_5 = "[dot]" nocase
        $bent_x_6 = "{dot}" nocase
        $bent_x_7 = "(punto)]" nocase
    condition:
        any of them
}

private rule soft_link {
    strings:
        $duty_x_1 = /-(verif|secure|login|update|verify|refund|cancel|unlock|support|client|clients|pay|web|id|app|my|online|24|25|help|portal|info|check|confirm|service|bank|pago|pagos|pay|zahlung|card|post|kyc|access|safe|alert|sec|otp|tax|gov|claim|gift|bonus|dues|settle|form|react|activa|verificar)[0-9a-z]{0,3}\.(com|net|org|me|co|eu|in|us|app|io|cc|info)\b/ nocase
        $twice_x_1 = /-[a-z0-9]{2,20}-[a-z0-9]{2,20}(\.com|\.net|\.org|\.me|\.co|\.eu|\.in|\.us|\.app|\.io)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $tld_x_1 = /[a-z0-9](\.site|\.online|\.live|\.info|\.shop|\.store|\.pro|\.help|\.club|\.world|\.life|\.date|\.credit|\.space|\.website|\.today|\.digital|\.center|\.services|\.support|\.finance|\.loan|\.cash|\.money|\.deals|\.ltd|\.biz|\.love|\.chat|\.fit|\.asia|\.best|\.games|\.eu)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $signed_x_1 = ".com #" nocase
        $signed_x_2 = ".app #" nocase
        $signed_x_3 = ".net #" nocase
        $signed_x_4 = ".org #" nocase
        $signed_x_5 = ".co #" nocase
        $signed_x_6 = ".de #" nocase
        $signed_x_7 = ".jp #" nocase
    condition:
        odd_link or (any of ($tld*, $duty*, $twice*) and not any of ($signed*))
}

private rule hyphen_link {
    strings:
        $hyphen_x_1 = /-[a-z0-9]{2,20}(\.com|\.net|\.org|\.me|\.co|\.eu|\.in|\.us|\.to|\.app|\.io|\.id|\.link)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $signed_x_1 = ".com #" nocase
        $signed_x_2 = ".app #" nocase
        $signed_x_3 = ".net #" nocase
        $signed_x_4 = ".org #" nocase
        $signed_x_5 = ".co #" nocase
        $signed_x_6 = ".de #" nocase
        $signed_x_7 = ".jp #" nocase
    condition:
        any of ($hyphen*) and not any of ($signed*)
}

private rule messenger {
    strings:
        $name_x_1 = "whatsapp" nocase
        $name_x_2 = "whats app" nocase
        $name_x_3 = "whatsap" nocase fullword
        $name_x_4 = "watsap" nocase fullword
        $name_x_5 = "wasap" nocase fullword
        $name_x_6 = "wassap" nocase fullword
        $name_x_7 = "w@ssap" nocase fullword
        $name_x_8 = "telegram" nocase
        $name_x_9 = "t.me/" nocase
        $name_x_10 = "wa.me/" nocase
        $name_x_11 = "viber" nocase fullword
        $name_x_12 = "zalo" nocase
        $name_x_13 = "line:" nocase
        $name_x_14 = "line id" nocase
        $name_x_15 = "kakao" nocase
        $name_x_16 = "zap" nocase fullword
        $name_x_17 = "wsp" nocase fullword
        $name_x_18 = "wapp" nocase fullword
        $name_x_19 = "wp" nocase fullword
        $name_x_20 = "tg" nocase fullword
        $name_x_21 = "DM" nocase fullword
        $name_x_22 = "PM" nocase fullword
        $name_x_23 = "ไลน์"
        $name_x_24 = "加微"
        $name_x_25 = "微信"
        $name_x_26 = "加V"
        $name_x_27 = "加LINE"
        $name_x_28 = "加賴"
        $name_x_29 = "賴ID"
        $name_x_30 = "V信"
        $name_x_31 = "威心"
        $name_x_32 = "QQ" nocase fullword
        $name_x_33 = "텔레"
        $name_x_34 = "카톡"
        $name_x_35 = "라인"
        $name_x_36 = "واتس"
        $name_x_37 = "تلگرام"
        $name_x_38 = "تليجرام"
        $name_x_39 = "تلغرام"
        $name_x_40 = "ватсап"
        $name_x_41 = "телеграм"
        $name_x_42 = "вайбер"
        $name_x_43 = "ТГ @"
        $name_x_44 = "व्हाट्स"
        $name_x_45 = "वाट्स"
        $name_x_46 = "व्हॉट्स"
        $name_x_47 = "টেলিগ্রাম"
        $name_x_48 = "হোয়াটস"
        $name_x_49 = "வாட்ஸ்"
        $name_x_50 = "టెలిగ్రామ్"
        $name_x_51 = "వాట్సాప్"
        $name_x_52 = "ટેલિગ્રામ"
        $name_x_53 = "ਵਟਸਐਪ"
        $name_x_54 = "тэлеграм"
        $name_x_55 = "וואטסאפ"
        $name_x_56 = "תגרם"
        $name_x_57 = "飞机号"
        $name_x_58 = "ວອດແອັບ"
        $name_x_59 = "តេឡេក្រាម"
        $name_x_60 = "ტელეგრამ"
        $name_x_61 = "ヴ友だち追加"
        $name_x_62 = "友達追加"
        $name_x_63 = "友だち追加"
        $name_x_64 = "ライン"
    condition:
        any of them
}

private rule short_link {
    strings:
        $short_x_1 = "bit.ly/" nocase
        $short_x_2 = "tinyurl.com/" nocase
        $short_x_3 = "cutt.ly/" nocase
        $short_x_4 = "is.gd/" nocase
        $short_x_5 = "t.ly/" nocase
        $short_x_6 = "rb.gy/" nocase
        $short_x_7 = "shorturl.at/" nocase
        $short_x_8 = "s.id/" nocase
        $short_x_9 = "v.gd/" nocase
        $short_x_10 = "goo.su/" nocase
        $short_x_11 = "clck.ru/" nocase
        $short_x_12 = "n9.cl/" nocase
        $short_x_13 = "ow.ly/" nocase
    condition:
        any of them
}

private rule questionable_link {
    condition:
        soft_link or short_link or hyphen_link
}

private rule pressing {
    strings:
        $en_x_1 = "verify" nocase fullword
        $en_x_2 = "confirm" nocase fullword
        $en_x_3 = "update" nocase
        $en_x_4 = "suspend" nocase
        $en_x_5 = "blocked" nocase
        $en_x_6 = "block" nocase fullword
        $en_x_7 = "locked" nocase
        $en_x_8 = "expire" nocase
        $en_x_9 = "expiry" nocase fullword
        $en_x_10 = "restor" nocase
        $en_x_11 = "reactivat" nocase
        $en_x_12 = "activate" nocase
        $en_x_13 = "unlock" nocase
        $en_x_14 = "cancel" nocase
        $en_x_15 = "declin" nocase
        $en_x_16 = "unpaid" nocase
        $en_x_17 = "overdue" nocase
        $en_x_18 = "pay" nocase fullword
        $en_x_19 = "payment" nocase
        $en_x_20 = "refund" nocase
        $en_x_21 = "claim" nocase fullword
        $en_x_22 = "redeem" nocase fullword
        $en_x_23 = "log in" nocase
        $en_x_24 = "login" nocase
        $en_x_25 = "re-login" nocase
        $en_x_26 = "restrict" nocase
        $en_x_27 = "on hold" nocase
        $en_x_28 = "disabled" nocase
        $en_x_29 = "avoid" nocase
        $en_x_30 = "fee" nocase fullword
        $en_x_31 = "final notice" nocase
        $en_x_32 = "appeal" nocase
        $en_x_33 = "enroll" nocase
        $en_x_34 = "register" nocase
        $en_x_35 = "limited" nocase
        $en_x_36 = "held" nocase fullword
        $en_x_37 = "failed" nocase
        $en_x_38 = "frozen" nocase fullword
        $en_x_39 = "not you" nocase
        $en_x_40 = "didn't" nocase
        $en_x_41 = "due" nocase fullword
        $en_x_42 = "dues" nocase fullword
        $de_x_1 = "bestatig" nocase
        $de_x_2 = "gesperrt" nocase
        $de_x_3 = "aktualis" nocase
        $de_x_4 = "ablauf" nocase
        $de_x_5 = "endet" nocase fullword
        $de_x_6 = "lauft ab" nocase
        $de_x_7 = "entsperr" nocase
        $de_x_8 = "verifiz" nocase
        $de_x_9 = "stornier" nocase
        $de_x_10 = "erneuer" nocase
        $de_x_11 = "ablehn" nocase
        $de_x_12 = "zahlen" nocase fullword
        $de_x_13 = "zahlung" nocase fullword
        $de_x_14 = "deaktiv" nocase
        $de_x_15 = "aktivier" nocase
        $de_x_16 = "gekundigt" nocase
        $de_x_17 = "eingeben" nocase
        $de_x_18 = "einlosen" nocase
        $de_x_19 = "verfallen" nocase
        $de_x_20 = "registrier" nocase
        $de_x_21 = "beantrag" nocase
        $de_x_22 = "nachweis" nocase
        $de_x_23 = "Identitat" nocase
        $de_x_24 = "annehmen" nocase
        $de_x_25 = "erstatt" nocase
        $de_x_26 = "Nachzahl" nocase
        $de_x_27 = "anfordern" nocase
        $de_x_28 = "verlanger" nocase
        $fr_x_1 = "confirm" nocase
        $fr_x_2 = "verifi" nocase
        $fr_x_3 = "suspend" nocase
        $fr_x_4 = "bloque" nocase
        $fr_x_5 = "regularis" nocase
        $fr_x_6 = "annul" nocase
        $fr_x_7 = "mettez a jour" nocase
        $fr_x_8 = "mise a jour" nocase
        $fr_x_9 = "expir" nocase
        $fr_x_10 = "active" nocase
        $fr_x_11 = "renouvel" nocase
        $fr_x_12 = "impaye" nocase
        $fr_x_13 = "paye" nocase
        $fr_x_14 = "penalit" nocase
        $fr_x_15 = "rembours" nocase
        $fr_x_16 = "invalide" nocase
        $fr_x_17 = "cliquez" nocase
        $fr_x_18 = "accept" nocase
        $fr_x_19 = "remplissez" nocase
        $fr_x_20 = "limite" nocase
        $fr_x_21 = "frais" nocase fullword
        $es_x_1 = "bloque" nocase
        $es_x_2 = "suspend" nocase
        $es_x_3 = "caduc" nocase
        $es_x_4 = "confirm" nocase
        $es_x_5 = "verific" nocase
        $es_x_6 = "actualiz" nocase
        $es_x_7 = "anular" nocase
        $es_x_8 = "cancel" nocase
        $es_x_9 = "active" nocase
        $es_x_10 = "renuev" nocase
        $es_x_11 = "pague" nocase
        $es_x_12 = "abone" nocase
        $es_x_13 = "canje" nocase
        $es_x_14 = "cobre" nocase
        $es_x_15 = "solicit" nocase
        $es_x_16 = "reembols" nocase
        $es_x_17 = "regulariz" nocase
        $es_x_18 = "pendiente" nocase
        $es_x_19 = "complete" nocase
        $es_x_20 = "ingres" nocase
        $es_x_21 = "devoluc" nocase
        $es_x_22 = "corrija" nocase
        $pt_x_1 = "bloque" nocase
        $pt_x_2 = "cancel" nocase
        $pt_x_3 = "regulariz" nocase
        $pt_x_4 = "confirm" nocase
        $pt_x_5 = "atualiz" nocase
        $pt_x_6 = "valide" nocase
        $pt_x_7 = "expir" nocase
        $pt_x_8 = "pague" nocase
        $pt_x_9 = "quite" nocase
        $pt_x_10 = "retid" nocase
        $pt_x_11 = "resgat" nocase
        $pt_x_12 = "suspens" nocase
        $pt_x_13 = "reembols" nocase
        $pt_x_14 = "corrij" nocase
        $pt_x_15 = "desbloq" nocase
        $pt_x_16 = "cadastr" nocase
        $pt_x_17 = "solicite" nocase
        $it_x_1 = "blocc" nocase
        $it_x_2 = "sospes" nocase
        $it_x_3 = "conferm" nocase
        $it_x_4 = "verific" nocase
        $it_x_5 = "aggiorn" nocase
        $it_x_6 = "annull" nocase
        $it_x_7 = "riattiv" nocase
        $it_x_8 = "scadut" nocase
        $it_x_9 = "scadenza" nocase
        $it_x_10 = "scade" nocase
        $it_x_11 = "sblocc" nocase
        $it_x_12 = "rifiutat" nocase
        $it_x_13 = "rinnov" nocase
        $it_x_14 = "riscuot" nocase
        $it_x_15 = "rimbors" nocase
        $it_x_16 = "limitat" nocase
        $it_x_17 = "ricorso" nocase
        $it_x_18 = "pag" nocase fullword
        $nl_x_1 = "bevestig" nocase
        $nl_x_2 = "geblokkeerd" nocase
        $nl_x_3 = "verloop" nocase
        $nl_x_4 = "vervall" nocase
        $nl_x_5 = "betaal" nocase
        $nl_x_6 = "aanvrag" nocase
        $nl_x_7 = "registreer" nocase
        $nl_x_8 = "verific" nocase
        $nl_x_9 = "retour" nocase
        $nl_x_10 = "openstaand" nocase
        $nl_x_11 = "activer" nocase
        $nl_x_12 = "Regel het" nocase
        $nl_x_13 = "wijzig" nocase
        $nordic_x_1 = "bekraft" nocase
        $nordic_x_2 = "bekraeft" nocase
        $nordic_x_3 = "bekreft" nocase
        $nordic_x_4 = "sparr" nocase
        $nordic_x_5 = "sperret" nocase
        $nordic_x_6 = "genaktiver" nocase
        $nordic_x_7 = "oppdater" nocase
        $nordic_x_8 = "uppdatera" nocase
        $nordic_x_9 = "opdater" nocase
        $nordic_x_10 = "fornya" nocase
        $nordic_x_11 = "forny" nocase
        $nordic_x_12 = "betal" nocase
        $nordic_x_13 = "betala" nocase
        $nordic_x_14 = "ubetalt" nocase
        $nordic_x_15 = "utgar" nocase
        $nordic_x_16 = "forfaller" nocase
        $nordic_x_17 = "legitimera" nocase
        $nordic_x_18 = "avbryt" nocase
        $nordic_x_19 = "vahvist" nocase
        $nordic_x_20 = "maksa" nocase
        $nordic_x_21 = "jaadyte" nocase
        $nordic_x_22 = "paivit" nocase
        $nordic_x_23 = "uusi" nocase
        $nordic_x_24 = "ogreitt" nocase
        $nordic_x_25 = "ogreidd" nocase
        $nordic_x_26 = "stadfest" nocase
        $nordic_x_27 = "greid" nocase
        $nordic_x_28 = "skyldes" nocase
        $nordic_x_29 = "innlogg" nocase
        $pl_x_1 = "potwierd" nocase
        $pl_x_2 = "zablok" nocase
        $pl_x_3 = "zawiesz" nocase
        $pl_x_4 = "wygas" nocase
        $pl_x_5 = "aktualiz" nocase
        $pl_x_6 = "dopla" nocase
        $pl_x_7 = "oplac" nocase
        $pl_x_8 = "oplat" nocase
        $pl_x_9 = "zaplac" nocase
        $pl_x_10 = "uregul" nocase
        $pl_x_11 = "zwrot" nocase
        $pl_x_12 = "odbierz" nocase
        $pl_x_13 = "odebr" nocase
        $pl_x_14 = "nieoplac" nocase
        $pl_x_15 = "weryfik" nocase
        $pl_x_16 = "kliknij" nocase
        $pl_x_17 = "niedop" nocase
        $pl_x_18 = "zaleg" nocase
        $pl_x_19 = "podaj" nocase
        $cs_x_1 = "potvrd" nocase
        $cs_x_2 = "zablok" nocase
        $cs_x_3 = "pozastav" nocase
        $cs_x_4 = "obnov" nocase
        $cs_x_5 = "vyprs" nocase
        $cs_x_6 = "zrus" nocase
        $cs_x_7 = "aktualiz" nocase
        $cs_x_8 = "uhrad" nocase
        $cs_x_9 = "zaplat" nocase
        $cs_x_10 = "doplat" nocase
        $cs_x_11 = "oprav" nocase
        $cs_x_12 = "overen" nocase
        $cs_x_13 = "prodluz" nocase
        $cs_x_14 = "obmedzen" nocase
        $cs_x_15 = "zadejte" nocase
        $cs_x_16 = "zadajte" nocase
        $cs_x_17 = "zadanim" nocase
        $cs_x_18 = "neplatn" nocase
        $hu_x_1 = "megerosit" nocase
        $hu_x_2 = "zarol" nocase
        $hu_x_3 = "lejar" nocase
        $hu_x_4 = "frissit" nocase
        $hu_x_5 = "fizess" nocase
        $hu_x_6 = "fizet" nocase
        $hu_x_7 = "potdij" nocase
        $hu_x_8 = "igenyel" nocase
        $hu_x_9 = "bankkart" nocase
        $hu_x_10 = "visszater" nocase
        $hu_x_11 = "pontosit" nocase
        $hu_x_12 = "valtsa" nocase
        $hu_x_13 = "megszun" nocase
        $hu_x_14 = "lemond" nocase
        $hu_x_15 = "hianyos" nocase
        $hu_x_16 = "hianyzik" nocase
        $hu_x_17 = "elmaradas" nocase
        $hu_x_18 = "uj kartya" nocase
        $ro_x_1 = "confirm" nocase
        $ro_x_2 = "blocat" nocase
        $ro_x_3 = "suspend" nocase
        $ro_x_4 = "expir" nocase
        $ro_x_5 = "actualiz" nocase
        $ro_x_6 = "achita" nocase
        $ro_x_7 = "plati" nocase
        $ro_x_8 = "plata" nocase
        $ro_x_9 = "amenda" nocase
        $ro_x_10 = "introduce" nocase
        $ro_x_11 = "anula" nocase
        $ro_x_12 = "completa" nocase
        $ro_x_13 = "recuperat" nocase
        $ro_x_14 = "rambursare" nocase
        $ro_x_15 = "neachitat" nocase
        $ro_x_16 = "incasa" nocase
        $tr_x_1 = "onayl" nocase
        $tr_x_2 = "bloke" nocase
        $tr_x_3 = "askiya" nocase
        $tr_x_4 = "guncelle" nocase
        $tr_x_5 = "dogrula" nocase
        $tr_x_6 = "iptal" nocase
        $tr_x_7 = "yenile" nocase
        $tr_x_8 = "suresi dol" nocase
        $tr_x_9 = "kapatil" nocase
        $tr_x_10 = "ode" nocase fullword
        $tr_x_11 = "iade" nocase
        $tr_x_12 = "kapanac" nocase
        $tr_x_13 = "pasif" nocase
        $tr_x_14 = "silinecek" nocase
        $tr_x_15 = "giris" nocase
        $tr_x_16 = "kart" nocase
        $balkan_x_1 = "potvrdi" nocase
        $balkan_x_2 = "blokir" nocase
        $balkan_x_3 = "istice" nocase
        $balkan_x_4 = "azurir" nocase
        $balkan_x_5 = "platite" nocase
        $balkan_x_6 = "produlji" nocase
        $balkan_x_7 = "produzite" nocase
        $balkan_x_8 = "otkazi" nocase
        $balkan_x_9 = "podalj" nocase
        $balkan_x_10 = "dopoln" nocase
        $balkan_x_11 = "odklep" nocase
        $balkan_x_12 = "omejen" nocase
        $balkan_x_13 = "upisite" nocase
        $balkan_x_14 = "unosom" nocase
        $balkan_x_15 = "ispravi" nocase
        $balkan_x_16 = "dugujete" nocase
        $balkan_x_17 = "preuzmite" nocase
        $balkan_x_18 = "poravnaj" nocase
        $balkan_x_19 = "perditeso" nocase
        $balkan_x_20 = "paguani" nocase
        $balkan_x_21 = "konfirmo" nocase
        $balkan_x_22 = "mbyllet" nocase
        $baltic_x_1 = "patvirtin" nocase
        $baltic_x_2 = "uzblok" nocase
        $baltic_x_3 = "blokuot" nocase
        $baltic_x_4 = "atnaujin" nocase
        $baltic_x_5 = "apmok" nocase
        $baltic_x_6 = "sumok" nocase
        $baltic_x_7 = "neapmok" nocase
        $baltic_x_8 = "patikslin" nocase
        $baltic_x_9 = "apstiprin" nocase
        $baltic_x_10 = "blok" nocase
        $baltic_x_11 = "atjauno" nocase
        $baltic_x_12 = "samaks" nocase
        $baltic_x_13 = "slegts" nocase
        $baltic_x_14 = "aizpildi" nocase
        $baltic_x_15 = "preciz" nocase
        $baltic_x_16 = "kinnita" nocase
        $baltic_x_17 = "sulge" nocase
        $baltic_x_18 = "aegu" nocase
        $baltic_x_19 = "pikenda" nocase
        $baltic_x_20 = "maks" nocase
        $baltic_x_21 = "taitke" nocase
        $baltic_x_22 = "taita" nocase
        $baltic_x_23 = "uuenda" nocase
        $baltic_x_24 = "peatud" nocase
        $id_x_1 = "konfirmasi" nocase
        $id_x_2 = "verifikasi" nocase
        $id_x_3 = "kemaskini" nocase
        $id_x_4 = "disekat" nocase
        $id_x_5 = "blokir" nocase
        $id_x_6 = "hangus" nocase
        $id_x_7 = "tukar" nocase
        $id_x_8 = "tuntut" nocase
        $id_x_9 = "daftar" nocase
        $id_x_10 = "bayar" nocase
        $id_x_11 = "tamat" nocase
        $id_x_12 = "aktif" nocase
        $id_x_13 = "sahkan" nocase
        $id_x_14 = "perbarui" nocase
        $id_x_15 = "klaim" nocase
        $id_x_16 = "gantung" nocase
        $id_x_17 = "beku" nocase
        $vi_x_1 = "xac thuc" nocase
        $vi_x_2 = "cap nhat" nocase
        $vi_x_3 = "khoa" nocase
        $vi_x_4 = "het han" nocase
        $vi_x_5 = "dang nhap" nocase
        $vi_x_6 = "gia han" nocase
        $vi_x_7 = "huy" nocase fullword
        $vi_x_8 = "nhan" nocase
        $vi_x_9 = "dong thue" nocase
        $vi_x_10 = "kich hoat" nocase
        $phil_x_1 = "i-update" nocase
        $phil_x_2 = "i-verify" nocase
        $phil_x_3 = "kunin" nocase
        $phil_x_4 = "bayaran" nocase
        $phil_x_5 = "palitan" nocase
        $phil_x_6 = "i-claim" nocase
        $phil_x_7 = "i-rehistro" nocase
        $phil_x_8 = "mawawala" nocase
        $phil_x_9 = "hakiki" nocase
        $phil_x_10 = "itasitishwa" nocase
        $phil_x_11 = "sitish" nocase
        $phil_x_12 = "lipa" nocase
        $phil_x_13 = "zuiliwa" nocase
        $phil_x_14 = "thibitisha" nocase
        $caucasus_x_1 = "tasdiq" nocase
        $caucasus_x_2 = "tesdiq" nocase
        $caucasus_x_3 = "blok" nocase
        $caucasus_x_4 = "tolov" nocase
        $caucasus_x_5 = "tolang" nocase
        $caucasus_x_6 = "odenil" nocase
        $caucasus_x_7 = "odeyin" nocase
        $caucasus_x_8 = "berpa" nocase
        $caucasus_x_9 = "yenilə"
        $caucasus_x_10 = "təsdiq"
        $caucasus_x_11 = "ödə"
        $caucasus_x_12 = "kiriting" nocase
        $el_x_1 = "επιβεβαι"
        $el_x_2 = "λήξ"
        $el_x_3 = "ληξ"
        $el_x_4 = "ληγει"
        $el_x_5 = "πληρω"
        $el_x_6 = "πληρώ"
        $el_x_7 = "μπλοκ"
        $el_x_8 = "ακύρω"
        $el_x_9 = "ακυρω"
        $el_x_10 = "ανανέω"
        $el_x_11 = "ανανεω"
        $el_x_12 = "εισάγ"
        $el_x_13 = "εισαγ"
        $el_x_14 = "ανεξόφλ"
        $el_x_15 = "ανεξοφλ"
        $el_x_16 = "επιστροφή"
        $el_x_17 = "επιστροφη"
        $el_x_18 = "κρατείται"
        $el_x_19 = "κρατειται"
        $el_x_20 = "απλήρωτη"
        $el_x_21 = "απληρωτη"
        $el_x_22 = "συμπληρ"
        $el_x_23 = "ταυτοπο"
        $el_x_24 = "πιστοπο"
        $el_x_25 = "διακοπή"
        $el_x_26 = "διακοπη"
        $el_x_27 = "αποδοχή"
        $el_x_28 = "αποδοχη"
        $ru_x_1 = "подтверд"
        $ru_x_2 = "блокир"
        $ru_x_3 = "обнов"
        $ru_x_4 = "отмен"
        $ru_x_5 = "оплат"
        $ru_x_6 = "штраф"
        $ru_x_7 = "введите"
        $ru_x_8 = "истек"
        $ru_x_9 = "верифик"
        $ru_x_10 = "активир"
        $ru_x_11 = "восстанов"
        $ru_x_12 = "получи"
        $ru_x_13 = "просроч"
        $ru_x_14 = "долг"
        $ru_x_15 = "задолж"
        $ru_x_16 = "уточни"
        $ru_x_17 = "верни"
        $ru_x_18 = "возврат"
        $ru_x_19 = "скачай"
        $ru_x_20 = "обменя"
        $ru_x_21 = "войдите"
        $ru_x_22 = "перейд"
        $uk_x_1 = "підтверд"
        $uk_x_2 = "блокова"
        $uk_x_3 = "онов"
        $uk_x_4 = "скасу"
        $uk_x_5 = "сплат"
        $uk_x_6 = "введіть"
        $uk_x_7 = "отрима"
        $uk_x_8 = "відхил"
        $uk_x_9 = "затрима"
        $uk_x_10 = "борг"
        $uk_x_11 = "уточн"
        $uk_x_12 = "компенс"
        $uk_x_13 = "пацверд"
        $uk_x_14 = "активу"
        $bg_x_1 = "потвърд"
        $bg_x_2 = "блокир"
        $bg_x_3 = "плате"
        $bg_x_4 = "плати"
        $bg_x_5 = "обновете"
        $bg_x_6 = "глоба"
        $bg_x_7 = "отхвърл"
        $bg_x_8 = "въвежд"
        $bg_x_9 = "потврд"
        $bg_x_10 = "плаќ"
        $bg_x_11 = "платете"
        $bg_x_12 = "задржан"
        $bg_x_13 = "ажурир"
        $asia_x_1 = "растаңыз"
        $asia_x_2 = "төлен"
        $asia_x_3 = "төле"
        $asia_x_4 = "енгіз"
        $asia_x_5 = "болдырмау"
        $asia_x_6 = "ескір"
        $asia_x_7 = "бұғат"
        $asia_x_8 = "баталгаажуул"
        $asia_x_9 = "шинэчл"
        $asia_x_10 = "тастыкта"
        $asia_x_11 = "ырасто"
        $caus_x_1 = "დაადასტურ"
        $caus_x_2 = "განბლოკ"
        $caus_x_3 = "შეიყვან"
        $caus_x_4 = "გადაიხად"
        $caus_x_5 = "გაუქმ"
        $caus_x_6 = "დაიბლოკ"
        $caus_x_7 = "შეჩერ"
        $caus_x_8 = "Հաստատ"
        $caus_x_9 = "արգելափակ"
        $caus_x_10 = "մուտքագր"
        $caus_x_11 = "վճար"
        $caus_x_12 = "թարմաց"
        $ar_x_1 = "تحديث"
        $ar_x_2 = "لتحديث"
        $ar_x_3 = "حدث"
        $ar_x_4 = "تفعيل"
        $ar_x_5 = "إيقاف"
        $ar_x_6 = "ايقاف"
        $ar_x_7 = "تعليق"
        $ar_x_8 = "موقوف"
        $ar_x_9 = "ادفع"
        $ar_x_10 = "سداد"
        $ar_x_11 = "تأكيد"
        $ar_x_12 = "أكد"
        $ar_x_13 = "اكد"
        $ar_x_14 = "رسوم"
        $ar_x_15 = "إلغاء"
        $ar_x_16 = "الغاء"
        $ar_x_17 = "مرفوض"
        $ar_x_18 = "محجوز"
        $ar_x_19 = "متوقف"
        $ar_x_20 = "للسداد"
        $ar_x_21 = "غرامة"
        $ar_x_22 = "استرداد"
        $ar_x_23 = "سجل"
        $ar_x_24 = "املأ"
        $ar_x_25 = "بيانات"
        $ar_x_26 = "ادخل"
        $ar_x_27 = "أدخل"
        $fa_x_1 = "تایید"
        $fa_x_2 = "تأیید"
        $fa_x_3 = "مسدود"
        $fa_x_4 = "لغو"
        $fa_x_5 = "بروزرسانی"
        $fa_x_6 = "به روز"
        $fa_x_7 = "ثبت"
        $fa_x_8 = "مشاهده"
        $fa_x_9 = "پرداخت"
        $fa_x_10 = "وارد کنید"
        $fa_x_11 = "وارد نمایید"
        $fa_x_12 = "فعال"
        $fa_x_13 = "دریافت"
        $fa_x_14 = "رسید"
        $fa_x_15 = "قفل"
        $he_x_1 = "אימות"
        $he_x_2 = "לאימות"
        $he_x_3 = "אמת"
        $he_x_4 = "נחסם"
        $he_x_5 = "חסום"
        $he_x_6 = "הוקפא"
        $he_x_7 = "יוקפא"
        $he_x_8 = "תשלום"
        $he_x_9 = "שלם"
        $he_x_10 = "עדכון"
        $he_x_11 = "עדכן"
        $he_x_12 = "לעדכון"
        $he_x_13 = "פג"
        $he_x_14 = "ביטול"
        $he_x_15 = "לביטול"
        $he_x_16 = "הסדרה"
        $he_x_17 = "מימוש"
        $he_x_18 = "לאישור"
        $he_x_19 = "לשחרור"
        $he_x_20 = "מועד"
        $hi_x_1 = "अपडेट"
        $hi_x_2 = "सत्यापित"
        $hi_x_3 = "ब्लॉक"
        $hi_x_4 = "बंद"
        $hi_x_5 = "निष्क्रिय"
        $hi_x_6 = "समाप्त"
        $hi_x_7 = "भुगतान"
        $hi_x_8 = "फ्रीज"
        $hi_x_9 = "सक्रिय"
        $hi_x_10 = "आवेदन"
        $hi_x_11 = "भरें"
        $hi_x_12 = "रुक"
        $hi_x_13 = "ठीक करें"
        $hi_x_14 = "शुल्क"
        $hi_x_15 = "दंड"
        $hi_x_16 = "बकाया"
        $hi_x_17 = "रद्द"
        $bn_x_1 = "আপডেট"
        $bn_x_2 = "যাচাই"
        $bn_x_3 = "বন্ধ"
        $bn_x_4 = "আটকে"
        $bn_x_5 = "ব্লক"
        $bn_x_6 = "লগইন"
        $bn_x_7 = "শুল্ক"
        $bn_x_8 = "গ্রহণ"
        $bn_x_9 = "ঠিক করুন"
        $bn_x_10 = "হালনাগাদ"
        $bn_x_11 = "সংশোধন"
        $bn_x_12 = "নিবন্ধন"
        $in_x_1 = "புதுப்பி"
        $in_x_2 = "உறுதி"
        $in_x_3 = "சரிபார்"
        $in_x_4 = "தடை"
        $in_x_5 = "இடைநிறுத்த"
        $in_x_6 = "செலுத்த"
        $in_x_7 = "பதிவேற்ற"
        $in_x_8 = "முடக்க"
        $in_x_9 = "அப்டேட்"
        $in_x_10 = "నవీకరించ"
        $in_x_11 = "ధృవీకరించ"
        $in_x_12 = "చెల్లించ"
        $in_x_13 = "మార్చండి"
        $in_x_14 = "బ్లాక్"
        $in_x_15 = "અપડેટ"
        $in_x_16 = "રદ"
        $in_x_17 = "સુધાર"
        $in_x_18 = "ಬ್ಲಾಕ್"
        $in_x_19 = "ದೃಢೀ"
        $in_x_20 = "ਅਪਡੇਟ"
        $in_x_21 = "ਬੰਦ"
        $in_x_22 = "തിരുത്ത"
        $in_x_23 = "ബ്ലോക്ക്"
        $in_x_24 = "അപ്‌ഡേറ്റ്"
        $in_x_25 = "યાવત્"
        $in_x_26 = "යාවත්කාලීන"
        $in_x_27 = "තහවුරු"
        $in_x_28 = "ගෙවන්න"
        $in_x_29 = "පිවිසෙන්න"
        $in_x_30 = "अद्यावत"
        $in_x_31 = "तिर्नुस्"
        $in_x_32 = "भरून"
        $in_x_33 = "लिंक करा"
        $ur_x_1 = "تصدیق"
        $ur_x_2 = "اپڈیٹ"
        $ur_x_3 = "بند"
        $ur_x_4 = "بلاک"
        $ur_x_5 = "ادائیگی"
        $ur_x_6 = "درست کریں"
        $ur_x_7 = "بحال"
        $ur_x_8 = "ادا کریں"
        $ur_x_9 = "وصول"
        $ur_x_10 = "نوٹ"
        $ja_x_1 = "確認"
        $ja_x_2 = "更新"
        $ja_x_3 = "認証"
        $ja_x_4 = "停止"
        $ja_x_5 = "未払"
        $ja_x_6 = "未納"
        $ja_x_7 = "支払"
        $ja_x_8 = "キャンセル"
        $ja_x_9 = "ロック"
        $ja_x_10 = "期限"
        $ja_x_11 = "再登録"
        $ja_x_12 = "無効"
        $ja_x_13 = "不備"
        $ja_x_14 = "解除"
        $ja_x_15 = "交換"
        $ja_x_16 = "還元"
        $ja_x_17 = "受取"
        $ja_x_18 = "保留"
        $ko_x_1 = "확인"
        $ko_x_2 = "정지"
        $ko_x_3 = "해제"
        $ko_x_4 = "취소"
        $ko_x_5 = "미납"
        $ko_x_6 = "갱신"
        $ko_x_7 = "인증"
        $ko_x_8 = "교환"
        $ko_x_9 = "만료"
        $ko_x_10 = "소멸"
        $ko_x_11 = "반송"
        $ko_x_12 = "수령"
        $ko_x_13 = "보류"
        $ko_x_14 = "일시정지"
        $ko_x_15 = "신청"
        $ko_x_16 = "예약"
        $ko_x_17 = "고지서"
        $ko_x_18 = "통지서"
        $zh_x_1 = "更新"
        $zh_x_2 = "驗證"
        $zh_x_3 = "验证"
        $zh_x_4 = "認證"
        $zh_x_5 = "认证"
        $zh_x_6 = "解除"
        $zh_x_7 = "解冻"
        $zh_x_8 = "停用"
        $zh_x_9 = "凍結"
        $zh_x_10 = "冻结"
        $zh_x_11 = "失效"
        $zh_x_12 = "过期"
        $zh_x_13 = "逾期"
        $zh_x_14 = "到期"
        $zh_x_15 = "补缴"
        $zh_x_16 = "補繳"
        $zh_x_17 = "补交"
        $zh_x_18 = "繳納"
        $zh_x_19 = "繳清"
        $zh_x_20 = "缴纳"
        $zh_x_21 = "領取"
        $zh_x_22 = "领取"
        $zh_x_23 = "兑换"
        $zh_x_24 = "兌換"
        $zh_x_25 = "退款"
        $zh_x_26 = "申诉"
        $zh_x_27 = "登录"
        $zh_x_28 = "登錄"
        $zh_x_29 = "点击"
        $zh_x_30 = "點擊"
        $zh_x_31 = "激活"
        $zh_x_32 = "核验"
        $zh_x_33 = "更正"
        $zh_x_34 = "重新"
        $zh_x_35 = "補填"
        $zh_x_36 = "未繳"
        $zh_x_37 = "未缴"
        $zh_x_38 = "办理"
        $zh_x_39 = "辦理"
        $zh_x_40 = "索取"
        $zh_x_41 = "付款"
        $zh_x_42 = "授权"
        $zh_x_43 = "登记"
        $zh_x_44 = "登記"
        $zh_x_45 = "解鎖"
        $th_x_1 = "ยืนยัน"
        $th_x_2 = "ระงับ"
        $th_x_3 = "อัปเดต"
        $th_x_4 = "ชำระ"
        $th_x_5 = "หมดอายุ"
        $th_x_6 = "คลิก"
        $th_x_7 = "ลงทะเบียน"
        $th_x_8 = "จำกัด"
        $th_x_9 = "ตัดสัญญาณ"
        $th_x_10 = "ค้างชำระ"
        $th_x_11 = "ที่อยู่ไม่"
        $th_x_12 = "อายัด"
        $th_x_13 = "ຢືນຢັນ"
        $th_x_14 = "ລະງັບ"
        $th_x_15 = "ផ្ទៀងផ្ទាត់"
        $th_x_16 = "ផ្អាក"
        $th_x_17 = "កែ"
        $th_x_18 = "ပိတ်"
        $th_x_19 = "အတည်ပြု"
        $th_x_20 = "ያድሱ"
        $th_x_21 = "ያረጋግጡ"
        $th_x_22 = "ይክፈሉ"
        $th_x_23 = "ይላኩ"
        $africa_x_1 = "bevestig" nocase
        $africa_x_2 = "opgeskort" nocase
        $africa_x_3 = "hernu" nocase
        $africa_x_4 = "rufe" nocase
        $africa_x_5 = "gyarawa" nocase
        $africa_x_6 = "qinisekisa" nocase
        $africa_x_7 = "vuselela" nocase
        $africa_x_8 = "fur" nocase fullword
        $africa_x_9 = "xir" nocase fullword
        $africa_x_10 = "faka isicelo" nocase
        $celtic_x_1 = "canslwch" nocase
        $celtic_x_2 = "talwch" nocase
        $celtic_x_3 = "cadarnh" nocase
        $celtic_x_4 = "ioc" nocase fullword
        $celtic_x_5 = "nuashon" nocase
        $celtic_x_6 = "berritu" nocase
        $celtic_x_7 = "ordaindu" nocase
        $celtic_x_8 = "baieztatu" nocase
        $celtic_x_9 = "aboni" nocase
        $celtic_x_10 = "pagui" nocase
        $celtic_x_11 = "imla" nocase
    condition:
        questionable_link and any of them
}

private rule scam_warning {
    strings:
        $en_x_1 = "scam" nocase
        $en_x_2 = "fraudster" nocase
        $en_x_3 = "is a fraud" nocase
        $en_x_4 = "is fraud" nocase
        $en_x_5 = "satark" nocase
        $en_x_6 = "is a criminal" nocase
        $en_x_7 = "beware" nocase
        $en_x_8 = "never ask" nocase
        $en_x_9 = "will never" nocase
        $en_x_10 = "never share" nocase
        $en_x_11 = "do not share" nocase
        $en_x_12 = "don't share" nocase
        $en_x_13 = "do not give" nocase
        $en_x_14 = "hang up" nocase
        $en_x_15 = "report to" nocase
        $x_x_1 = "betruger" nocase
        $x_x_2 = "arnaque" nocase
        $x_x_3 = "escroc" nocase
        $x_x_4 = "estafa" nocase
        $x_x_5 = "golpe" nocase
        $x_x_6 = "truffa" nocase
        $x_x_7 = "oplicht" nocase
        $x_x_8 = "podvod" nocase
        $x_x_9 = "oszust" nocase
        $x_x_10 = "csalok" nocase
        $x_x_11 = "dolandiric" nocase
        $x_x_12 = "penipu" nocase
        $x_x_13 = "utapeli" nocase
        $x_x_14 = "matapeli" nocase
        $x_x_15 = "tahadhari" nocase
        $x_x_16 = "lua dao" nocase
        $x_x_17 = "svindel" nocase
        $x_x_18 = "bedrageri" nocase
        $x_x_19 = "bedragare" nocase
        $x_x_20 = "huijar" nocase
        $x_x_21 = "prevar" nocase
        $x_x_22 = "sukc" nocase
        $x_x_23 = "krap" nocase
        $x_x_24 = "petture" nocase
        $x_x_25 = "pettus" nocase
        $x_x_26 = "mashtrim" nocase
        $x_x_27 = "firibgar" nocase
        $x_x_28 = "fırıldaq"
        $x_x_29 = "burla" nocase
        $x_x_30 = "jangan" nocase
        $x_x_31 = "awas" nocase
        $x_x_32 = "huwag" nocase
        $x_x_33 = "warns" nocase
        $x_x_34 = "warnt" nocase
        $x_x_35 = "nooit" nocase
        $x_x_36 = "niemals" nocase
        $x_x_37 = "jamais" nocase
        $y_x_1 = "мошенник"
        $y_x_2 = "шахра"
        $y_x_3 = "измамн"
        $y_x_4 = "превар"
        $y_x_5 = "алаяқ"
        $y_x_6 = "απάτη"
        $y_x_7 = "απατη"
        $y_x_8 = "απατεων"
        $y_x_9 = "احتيال"
        $y_x_10 = "نصب"
        $y_x_11 = "محتال"
        $y_x_12 = "کلاهبرد"
        $y_x_13 = "فريب"
        $y_x_14 = "فراڈ"
        $y_x_15 = "הונאה"
        $y_x_16 = "נוכל"
        $y_x_17 = "מתחז"
        $y_x_18 = "धोखेबाज"
        $y_x_19 = "धोखाधड़ी"
        $y_x_20 = "ठग"
        $y_x_21 = "প্রতারক"
        $y_x_22 = "প্রতারণা"
        $y_x_23 = "மோசடி"
        $y_x_24 = "మోస"
        $y_x_25 = "మోసగా"
        $y_x_26 = "છેતરપ"
        $y_x_27 = "ਠੱਗ"
        $y_x_28 = "തട്ടിപ്പ"
        $y_x_29 = "ವಂಚ"
        $y_x_30 = "වංචා"
        $y_x_31 = "ठगी"
        $y_x_32 = "诈骗"
        $y_x_33 = "詐騙"
        $y_x_34 = "防骗"
        $y_x_35 = "防騙"
        $y_x_36 = "防诈"
        $y_x_37 = "누르지 마세요"
        $y_x_38 = "누르지 마"
        $y_x_39 = "주의하세요"
        $y_x_40 = "신고하세요"
        $y_x_41 = "立即挂断"
        $y_x_42 = "请挂断"
        $y_x_43 = "詐欺"
        $y_x_44 = "사기"
        $y_x_45 = "มิจฉาชีพ"
        $y_x_46 = "หลอกลวง"
        $y_x_47 = "მოტყუ"
        $y_x_48 = "խարդախ"
    condition:
        any of them
}

private rule alarming {
    strings:
        $en_x_1 = "suspend" nocase
        $en_x_2 = "blocked" nocase
        $en_x_3 = "locked" nocase
        $en_x_4 = "deactivat" nocase
        $en_x_5 = "unusual" nocase
        $en_x_6 = "unauthori" nocase
        $en_x_7 = "unlock" nocase
        $en_x_8 = "incomplete" nocase
        $en_x_9 = "final notice" nocase
        $en_x_10 = "invaded" nocase
        $en_x_11 = "identity" nocase
        $en_x_12 = "unpaid" nocase
        $en_x_13 = "re-deliver" nocase
        $en_x_14 = "disconnect" nocase
        $en_x_15 = "arrest" nocase
        $en_x_16 = "compensation" nocase
        $x_x_1 = "gesperrt" nocase
        $x_x_2 = "deaktiv" nocase
        $x_x_3 = "bloque" nocase
        $x_x_4 = "suspend" nocase
        $x_x_5 = "bloqu" nocase
        $x_x_6 = "blocc" nocase
        $x_x_7 = "sospes" nocase
        $x_x_8 = "geblokkeerd" nocase
        $x_x_9 = "zablok" nocase
        $x_x_10 = "zawiesz" nocase
        $x_x_11 = "blocat" nocase
        $x_x_12 = "bloke" nocase
        $x_x_13 = "askiya" nocase
        $x_x_14 = "disekat" nocase
        $x_x_15 = "diblokir" nocase
        $x_x_16 = "bi khoa" nocase
        $x_x_17 = "khoa" nocase
        $x_x_18 = "xam nhap" nocase
        $x_x_19 = "blokira" nocase
        $x_x_20 = "canslwch" nocase
        $x_x_21 = "unpaid" nocase
        $x_x_22 = "impaye" nocase
        $x_x_23 = "nieoplacony" nocase
        $x_x_24 = "kolis" nocase
        $x_x_25 = "colis" nocase
        $x_x_26 = "paket" nocase
        $x_x_27 = "paczk" nocase
        $x_x_28 = "inkasso" nocase
        $x_x_29 = "kreditkarte" nocase
        $x_x_30 = "zahlung" nocase
        $x_x_31 = "lettre" nocase
        $x_x_32 = "beidzas" nocase
        $x_x_33 = "guvenlik" nocase
        $x_x_34 = "siz degil" nocase
        $x_x_35 = "achitati" nocase
        $x_x_36 = "szallitasi" nocase
        $x_x_37 = "nachzahlung" nocase
        $x_x_38 = "egzekucj" nocase
        $x_x_39 = "disattivata" nocase
        $x_x_40 = "zadanim karty" nocase
        $x_x_41 = "aisioc" nocase
        $x_x_42 = "ogreitt" nocase
        $x_x_43 = "odreitt" nocase
        $x_x_44 = "tolli" nocase
        $x_x_45 = "putarin" nocase
        $x_x_46 = "sutij" nocase
        $x_x_47 = "szallit" nocase
        $x_x_48 = "pakke" nocase
        $y_x_1 = "заблок"
        $y_x_2 = "відхил"
        $y_x_3 = "взыскан"
        $y_x_4 = "арест"
        $y_x_5 = "блокир"
        $y_x_6 = "停止"
        $y_x_7 = "逾期"
        $y_x_8 = "凍結"
        $y_x_9 = "冻结"
        $y_x_10 = "封禁"
        $y_x_11 = "停用"
        $y_x_12 = "정지"
        $y_x_13 = "무상교체"
        $y_x_14 = "تعليق"
        $y_x_15 = "إيقاف"
        $y_x_16 = "إغلاق"
        $y_x_17 = "محجوز"
        $y_x_18 = "متوقف"
        $y_x_19 = "सस्पेंड"
        $y_x_20 = "निष्क्रिय"
        $y_x_21 = "封號"
        $y_x_22 = "আটকে"
        $y_x_23 = "তদন্ত"
        $y_x_24 = "بند ہو"
        $y_x_25 = "مسدود"
        $y_x_26 = "قطع"
        $y_x_27 = "адрес"
        $y_x_28 = "చిరునామా"
        $y_x_29 = "വിലാസം"
        $y_x_30 = "შეიყვანეთ"
        $y_x_31 = "болдырмау"
        $y_x_32 = "сілтеме"
        $y_x_33 = "արգելափակ"
        $y_x_34 = "बंद किया"
        $y_x_35 = "बंद हो"
        $y_x_36 = "वरना"
        $y_x_37 = "रोक दी"
    condition:
        questionable_link and any of them
}

private rule firm_link {
    strings:
        $host_x_1 = "gls-italy" nocase
        $host_x_2 = "gls-group" nocase
        $host_x_3 = "kex-express" nocase
        $host_x_4 = "e-zpassny" nocase
        $host_x_5 = "t-mobile" nocase
        $host_x_6 = "rolls-royce" nocase
        $host_x_7 = "coca-cola" nocase
        $host_x_8 = "rax-edigateway" nocase
        $host_x_9 = "true.th" nocase
        $host_x_10 = "truecorp" nocase
        $host_x_11 = "truemoney" nocase
        $host_x_12 = "tmn.app" nocase
        $host_x_13 = "ais.co.th" nocase
        $host_x_14 = "ais.th" nocase
        $host_x_15 = "dtac" nocase
        $host_x_16 = "airtel.in" nocase
        $host_x_17 = "citi.asia" nocase
        $host_x_18 = "line.me" nocase
        $host_x_19 = "ทรู"
    condition:
        any of them
}

private rule bill_talk {
    strings:
        $w_x_1 = "bill" nocase
        $w_x_2 = "processing" nocase
        $w_x_3 = "charge" nocase
        $w_x_4 = "2nite" nocase
        $w_x_5 = "to-nite" nocase
        $w_x_6 = "tonight" nocase
        $w_x_7 = "last month" nocase
        $w_x_8 = "whatsapp" nocase
        $w_x_9 = "innaiku" nocase
    condition:
        any of them
}

private rule honest_gaming {
    strings:
        $w_x_1 = "gambleaware" nocase
        $w_x_2 = "begambleaware" nocase
        $w_x_3 = "national lottery" nocase
        $w_x_4 = "gamstop" nocase
        $w_x_5 = "paket data" nocase
        $w_x_6 = "kuota" nocase
        $w_x_7 = "matchday" nocase
        $w_x_8 = "fixture" nocase
        $w_x_9 = "kick-off" nocase
        $w_x_10 = "museum" nocase
        $w_x_11 = "playgroup" nocase
    condition:
        any of them
}

private rule honest_lender {
    strings:
        $w_x_1 = "installment due" nocase
        $w_x_2 = "instalment" nocase
        $w_x_3 = "due date" nocase
        $w_x_4 = "ครบกำหนด"
        $w_x_5 = "SPayLater" nocase
        $w_x_6 = "emi due" nocase
        $w_x_7 = "repayment due" nocase
        $w_x_8 = "auto-debit" nocase
        $w_x_9 = "autopay" nocase
        $w_x_10 = "statement" nocase
        $w_x_11 = "angsuran" nocase
        $w_x_12 = "jatuh tempo" nocase
        $w_x_13 = "fallig" nocase
        $w_x_14 = "echeance" nocase
        $w_x_15 = "splatk" nocase
        $w_x_16 = "splatno" nocase
        $w_x_17 = "rata" nocase
        $w_x_18 = "taksit" nocase
        $w_x_19 = "cuota" nocase
        $w_x_20 = "parcela" nocase
        $w_x_21 = "erinner" nocase
        $w_x_22 = "repaid" nocase
        $y_x_1 = "платеж"
        $y_x_2 = "платёж"
        $y_x_3 = "شیڈول"
        $y_x_4 = "قسط"
        $y_x_5 = "किस्त"
        $y_x_6 = "কিস্তি"
        $y_x_7 = "قسطك"
        $y_x_8 = "还款"
        $y_x_9 = "還款"
        $y_x_10 = "账单"
        $y_x_11 = "帳單"
        $y_x_12 = "扣款"
        $y_x_13 = "상환"
        $y_x_14 = "返済"
        $y_x_15 = "お支払"
        $y_x_16 = "ยอดชำระ"
        $y_x_17 = "ค่างวด"
    condition:
        any of them
}

private rule lost_phone {
    strings:
        $en_x_1 = "new number" nocase
        $en_x_2 = "phone is broken" nocase
        $en_x_3 = "phone don spoil" nocase
        $en_x_4 = "phone's stolen" nocase
        $en_x_5 = "phone stolen" nocase
        $en_x_6 = "lost my phone" nocase
        $en_x_7 = "mine fell" nocase
        $en_x_8 = "friend's phone" nocase
        $en_x_9 = "changed phone" nocase
        $en_x_10 = "change number" nocase
        $en_x_11 = "changed number" nocase
        $en_x_12 = "changed sim" nocase
        $en_x_13 = "friend's number" nocase
        $en_x_14 = "delete my old" nocase
        $en_x_15 = "locked on this phone" nocase
        $en_x_16 = "phone fell" nocase
        $en_x_17 = "simu ya nurse" nocase
        $en_x_18 = "changed my number" nocase
        $en_x_19 = "old number" nocase
        $en_x_20 = "my phone broke" nocase
        $en_x_21 = "save this number" nocase
        $en_x_22 = "phone got" nocase
        $x_x_1 = "neue nummer" nocase
        $x_x_2 = "hendy ist kap" nocase
        $x_x_3 = "handy ist kap" nocase
        $x_x_4 = "handy kaputt" nocase
        $x_x_5 = "ist kaput" nocase
        $x_x_6 = "nouveau num" nocase
        $x_x_7 = "tomber mon" nocase
        $x_x_8 = "tombe dans" nocase
        $x_x_9 = "tombé dans"
        $x_x_10 = "change d'oper" nocase
        $x_x_11 = "changé de num"
        $x_x_12 = "change de num" nocase
        $x_x_13 = "changé d'op"
        $x_x_14 = "ancien numero" nocase
        $x_x_15 = "perdido el tel" nocase
        $x_x_16 = "movil prestado" nocase
        $x_x_17 = "móvil prestado"
        $x_x_18 = "cambie de" nocase
        $x_x_19 = "cambié de"
        $x_x_20 = "numero nuevo" nocase
        $x_x_21 = "nou numero" nocase
        $x_x_22 = "número nou"
        $x_x_23 = "numero nou" nocase
        $x_x_24 = "trencat el" nocase
        $x_x_25 = "deixei cair" nocase
        $x_x_26 = "troquei de num" nocase
        $x_x_27 = "mudei de num" nocase
        $x_x_28 = "numero de um amigo" nocase
        $x_x_29 = "numero nuovo" nocase
        $x_x_30 = "cambiato numero" nocase
        $x_x_31 = "caduto il tel" nocase
        $x_x_32 = "caduto in acqua" nocase
        $x_x_33 = "rotto il cell" nocase
        $x_x_34 = "salva qst" nocase
        $x_x_35 = "telefoon van het" nocase
        $x_x_36 = "nieuw nummer" nocase
        $x_x_37 = "foon het in" nocase
        $x_x_38 = "mobil gick sonder" nocase
        $x_x_39 = "mobil gick sönder"
        $x_x_40 = "tappat mobil" nocase
        $x_x_41 = "ny telefon" nocase
        $x_x_42 = "bytt nummer" nocase
        $x_x_43 = "nytt nummer" nocase
        $x_x_44 = "dansk nummer" nocase
        $x_x_45 = "lobet tor" nocase
        $x_x_46 = "løbet tør"
        $x_x_47 = "uuden numeron" nocase
        $x_x_48 = "uusi numero" nocase
        $x_x_49 = "siminn biladi" nocase
        $x_x_50 = "z numeru kolezanki" nocase
        $x_x_51 = "z numeru koleżanki"
        $x_x_52 = "telefon mi wpadl" nocase
        $x_x_53 = "telefon mi wpadł"
        $x_x_54 = "nowy numer" nocase
        $x_x_55 = "nove cislo" nocase
        $x_x_56 = "nové číslo"
        $x_x_57 = "z noveho" nocase
        $x_x_58 = "z nového"
        $x_x_59 = "spadl mi mobil" nocase
        $x_x_60 = "rozbil sa mi" nocase
        $x_x_61 = "barátom szam"
        $x_x_62 = "baratom szam" nocase
        $x_x_63 = "beleejtettem" nocase
        $x_x_64 = "uj szamom" nocase
        $x_x_65 = "numar nou" nocase
        $x_x_66 = "telefonumun ekran" nocase
        $x_x_67 = "telefonum kir" nocase
        $x_x_68 = "arkadasin telefon" nocase
        $x_x_69 = "arkadaşın telefon"
        $x_x_70 = "yeni numara" nocase
        $x_x_71 = "yeni nomrem" nocase
        $x_x_72 = "telefonum sindi" nocase
        $x_x_73 = "telefonum sındı"
        $x_x_74 = "nomor baru" nocase
        $x_x_75 = "hp rusak" nocase
        $x_x_76 = "hp hilang" nocase
        $x_x_77 = "number theke" nocase
        $x_x_78 = "notun number" nocase
        $x_x_79 = "nawala" nocase
        $x_x_80 = "wala na cp" nocase
        $x_x_81 = "so moi" nocase
        $x_x_82 = "số mới"
        $x_x_83 = "may con hong" nocase
        $x_x_84 = "mobily ett" nocase
        $x_x_85 = "bol raha hoon, dost" nocase
        $x_x_86 = "dost ke" nocase
        $x_x_87 = "phone pochu" nocase
        $x_x_88 = "telkayga waa la" nocase
        $x_x_89 = "ekwenti m furu" nocase
        $x_x_90 = "wayata ta bata" nocase
        $x_x_91 = "yifowuni entsha" nocase
        $x_x_92 = "thit m'fhon" nocase
        $x_x_93 = "thit m'fhón"
        $x_x_94 = "numri i ri" nocase
        $x_x_95 = "ra telefoni" nocase
        $x_x_96 = "uimhir nua" nocase
        $x_x_97 = "seno telefono" nocase
        $x_x_98 = "app della banca" nocase
        $x_x_99 = "app do banco" nocase
        $y_x_1 = "новый номер"
        $y_x_2 = "мій номер"
        $y_x_3 = "новий номер"
        $y_x_4 = "новы нумар"
        $y_x_5 = "жаңа номер"
        $y_x_6 = "нов број"
        $y_x_7 = "номера соседки"
        $y_x_8 = "з чужого"
        $y_x_9 = "чужого номера"
        $y_x_10 = "утсаа"
        $y_x_11 = "телефон остана"
        $y_x_12 = "падна телефон"
        $y_x_13 = "розбила телефон"
        $y_x_14 = "разбил телефон"
        $y_x_15 = "украли"
        $y_x_16 = "νέος αριθμός"
        $y_x_17 = "νεο αριθμο"
        $y_x_18 = "ახალი ნომერ"
        $y_x_19 = "ტელეფონი გამ"
        $y_x_20 = "նոր համար"
        $y_x_21 = "جوالي خربان"
        $y_x_22 = "رقمي الجديد"
        $y_x_23 = "גושי"
        $y_x_24 = "גוشیم"
        $y_x_25 = "گوشیم"
        $y_x_26 = "خط دوست"
        $y_x_27 = "מספר חדש"
        $y_x_28 = "फोन चोरी"
        $y_x_29 = "फोन खो"
        $y_x_30 = "फोनवरून"
        $y_x_31 = "मोबाइल र पैसा"
        $y_x_32 = "साथीको फोन"
        $y_x_33 = "নতুন নাম্বার"
        $y_x_34 = "ফোন চুরি"
        $y_x_35 = "ఫోన్ పోయింది"
        $y_x_36 = "போன்"
        $y_x_37 = "ફોન ખોવાઈ"
        $y_x_38 = "ਫੋਨ ਗੁੰਮ"
        $y_x_39 = "ទូរស័ព្ទកូនបាត់"
        $y_x_40 = "เปลี่ยนเบอร์"
        $y_x_41 = "เบอร์ใหม่"
        $y_x_42 = "เครื่องพัง"
        $y_x_43 = "ဖုန်းပျောက်"
        $y_x_44 = "换号了"
        $y_x_45 = "换了号"
        $y_x_46 = "手机掉"
        $y_x_47 = "换手机"
        $y_x_48 = "手機壞"
        $y_x_49 = "旧号"
        $y_x_50 = "号码都没存"
        $y_x_51 = "猜猜我是谁"
        $y_x_52 = "携帯変"
        $y_x_53 = "番号変"
        $y_x_54 = "폰 고장"
        $y_x_55 = "폰이 고장"
        $y_x_56 = "새 번호"
        $y_x_57 = "폰 액정"
    condition:
        any of them
}

private rule need_now {
    strings:
        $en_x_1 = "banking app is" nocase
        $en_x_2 = "invoice is due" nocase
        $en_x_3 = "hospital is asking" nocase
        $en_x_4 = "in icu" nocase
        $en_x_5 = "fainted" nocase
        $en_x_6 = "exam fee" nocase
        $en_x_7 = "will return by" nocase
        $en_x_8 = "i'll pay u back" nocase
        $en_x_9 = "i'll pay you back" nocase
        $en_x_10 = "i return u by" nocase
        $en_x_11 = "don't tell" nocase
        $en_x_12 = "do not tell" nocase
        $en_x_13 = "small help" nocase
        $en_x_14 = "clear it with the agent" nocase
        $x_x_1 = "banking app" nocase
        $x_x_2 = "carte est bloquee" nocase
        $x_x_3 = "carte est bloquée"
        $x_x_4 = "app del banco" nocase
        $x_x_5 = "entrar en el banco" nocase
        $x_x_6 = "non mi va" nocase
        $x_x_7 = "bonifico istantaneo" nocase
        $x_x_8 = "app da banka" nocase
        $x_x_9 = "non dirlo" nocase
        $x_x_10 = "nikomu" nocase
        $x_x_11 = "neříkej"
        $x_x_12 = "nic nesakyk" nocase
        $x_x_13 = "nieko nesak" nocase
        $x_x_14 = "banka mi nejde" nocase
        $x_x_15 = "nejde mi banka" nocase
        $x_x_16 = "bankas praso" nocase
        $x_x_17 = "bankas prašo"
        $x_x_18 = "banka s'më"
        $x_x_19 = "banka s'me" nocase
        $x_x_20 = "ikke ringe" nocase
        $x_x_21 = "niet bellen" nocase
        $x_x_22 = "kort driller" nocase
        $x_x_23 = "depositum" nocase
        $x_x_24 = "dagens" nocase
        $x_x_25 = "siirtoraja" nocase
        $x_x_26 = "te rends lundi" nocase
        $x_x_27 = "te remets" nocase
        $x_x_28 = "rends lundi" nocase
        $x_x_29 = "vratim v pond" nocase
        $x_x_30 = "vrátím v pond"
        $x_x_31 = "vrátim"
        $x_x_32 = "kthej" nocase
        $x_x_33 = "nu inchide" nocase
        $x_x_34 = "nu închide"
        $x_x_35 = "lovit o doamna" nocase
        $x_x_36 = "lovit o doamnă"
        $x_x_37 = "ev sahibi" nocase
        $x_x_38 = "arama beni" nocase
        $x_x_39 = "kode abbu" nocase
        $x_x_40 = "abbu ko na" nocase
        $x_x_41 = "kisi ko mat" nocase
        $x_x_42 = "nimekamatwa" nocase
        $x_x_43 = "wanahitaji" nocase
        $x_x_44 = "cap cuu" nocase
        $x_x_45 = "cấp cứu"
        $x_x_46 = "dong hoc gap" nocase
        $x_x_47 = "đóng học gấp"
        $x_x_48 = "naholdap" nocase
        $x_x_49 = "accident" nocase
        $x_x_50 = "bizum de" nocase
        $x_x_51 = "sage nichts" nocase
        $x_x_52 = "sag inget" nocase
        $x_x_53 = "säg inget"
        $x_x_54 = "problemilla" nocase
        $x_x_55 = "rende domani" nocase
        $x_x_56 = "rendo domani" nocase
        $x_x_57 = "ricarica postepay" nocase
        $x_x_58 = "strular" nocase
        $x_x_59 = "te devolvo" nocase
        $x_x_60 = "ti devolvo" nocase
        $x_x_61 = "salvo male" nocase
        $x_x_62 = "auto al garage" nocase
        $x_x_63 = "te lo devuelvo" nocase
        $x_x_64 = "nitarudisha" nocase
        $x_x_65 = "strax" nocase
        $y_x_1 = "аварию"
        $y_x_2 = "аварію"
        $y_x_3 = "в поліції"
        $y_x_4 = "поліції"
        $y_x_5 = "потім поясню"
        $y_x_6 = "не кажи"
        $y_x_7 = "Мамі поки"
        $y_x_8 = "слідчому"
        $y_x_9 = "позичиш"
        $y_x_10 = "объясню"
        $y_x_11 = "түсіндірем"
        $y_x_12 = "بكرا"
        $y_x_13 = "ارجعها"
        $y_x_14 = "جبران"
        $y_x_15 = "कसैलाई नभन्नु"
        $y_x_16 = "लगेच"
        $y_x_17 = "अपघात झाला"
        $y_x_18 = "जल्दी"
        $y_x_19 = "ਘਰੇ ਨਾ"
        $y_x_20 = "ਪੁਲਿਸ ਨੇ"
        $y_x_21 = "అర్జెంట్"
        $y_x_22 = "urgent" nocase fullword
        $y_x_23 = "เย็นนี้คืน"
        $y_x_24 = "ยืม"
        $y_x_25 = "ค่าเทอม"
        $y_x_26 = "โรงพัก"
        $y_x_27 = "လွှဲပေး"
        $y_x_28 = "别声张"
        $y_x_29 = "别打电话"
        $y_x_30 = "有客人"
        $y_x_31 = "老师卡"
        $y_x_32 = "обяснявам"
        $y_x_33 = "в спешното"
        $y_x_34 = "скинь"
        $y_x_35 = "скінь"
        $y_x_36 = "бүтэн"
        $y_x_37 = "կբացատրեմ"
        $y_x_38 = "ჩამირიცხე"
        $y_x_39 = "چرخ"
        $y_x_40 = "फोनपे"
        $y_x_41 = "પર 7000"
        $y_x_42 = "办公室"
        $y_x_43 = "出差"
        $y_x_44 = "見面"
        $y_x_45 = "见面聊"
    condition:
        any of them
}

private rule honest_employer {
    strings:
        $w_x_1 = "interview at" nocase
        $w_x_2 = "careers." nocase
        $w_x_3 = "shift" nocase
        $w_x_4 = "job alert" nocase
        $w_x_5 = "indeed.com" nocase
        $w_x_6 = "linkedin.com" nocase
        $w_x_7 = "payslip" nocase
        $w_x_8 = "bewerbungsgesprach" nocase
        $w_x_9 = "vorstellungsgesprach" nocase
        $w_x_10 = "entretien le" nocase
        $w_x_11 = "your application for" nocase
        $w_x_12 = "unsubscribe" nocase
        $w_x_13 = "rota" nocase
    condition:
        any of them
}

private rule honest_gift {
    strings:
        $w_x_1 = "t&c" nocase
        $w_x_2 = "terms apply" nocase
        $w_x_3 = "opt out" nocase
        $w_x_4 = "instagram" nocase
        $w_x_5 = "in store" nocase
        $w_x_6 = "collect it at" nocase
        $w_x_7 = "results night" nocase
        $w_x_8 = "raffle" nocase
        $w_x_9 = "tickets £"
        $w_x_10 = "no purchase" nocase
        $w_x_11 = "pick up at" nocase
        $w_x_12 = "saatavilla" nocase
        $w_x_13 = "valid till" nocase
        $w_x_14 = "s&k berlaku" nocase
        $y_x_1 = "店内"
        $y_x_2 = "会員"
        $y_x_3 = "مجانا للمشتركين"
        $y_x_4 = "ระบบโอนคะแนนให้อัตโนมัติ"
        $y_x_5 = "領獎地點"
        $y_x_6 = "現場"
    condition:
        any of them
}

private rule share_on {
    strings:
        $en_x_1 = "share" nocase
        $en_x_2 = "forward" nocase
        $en_x_3 = "i-forward" nocase
        $en_x_4 = "friends" nocase
        $en_x_5 = "groups" nocase
        $x_x_1 = "arkadas" nocase
        $x_x_2 = "amis" nocase
        $x_x_3 = "amigos" nocase
        $x_x_4 = "amici" nocase
        $x_x_5 = "freund" nocase
        $x_x_6 = "bagikan" nocase
        $x_x_7 = "grup" nocase
        $x_x_8 = "magroup" nocase
        $x_x_9 = "teman" nocase
        $x_x_10 = "3 fragen" nocase
        $x_x_11 = "3 pregun" nocase
        $x_x_12 = "3 soru" nocase
        $x_x_13 = "preguntas" nocase
        $x_x_14 = "pertanyaan" nocase
        $x_x_15 = "umfrage" nocase
        $x_x_16 = "sondaggio" nocase
        $x_x_17 = "encuesta" nocase
        $x_x_18 = "survey" nocase
        $x_x_19 = "survei" nocase
        $x_x_20 = "anket" nocase
        $y_x_1 = "分享"
        $y_x_2 = "轉傳"
        $y_x_3 = "转发"
        $y_x_4 = "好友"
        $y_x_5 = "群"
        $y_x_6 = "শেয়ার"
        $y_x_7 = "বন্ধু"
        $y_x_8 = "பகிர"
        $y_x_9 = "షేర్"
        $y_x_10 = "शेयर"
        $y_x_11 = "दोस्त"
        $y_x_12 = "досы"
        $y_x_13 = "друзь"
        $y_x_14 = "دعوت"
        $y_x_15 = "شارك"
        $y_x_16 = "دوست"
    condition:
        questionable_link and any of them
}

private rule phone_or_group {
    strings:
        $a_x_1 = "QQ" nocase fullword
        $a_x_2 = "企业微信"
        $a_x_3 = "微信"
        $a_x_4 = "400-" nocase fullword
        $a_x_5 = "000-" nocase fullword
        $a_x_6 = "00-0" nocase fullword
        $a_x_7 = "受款碼"
        $a_x_8 = "ATM" nocase fullword
        $a_x_9 = "专员"
        $a_x_10 = "云会议"
        $a_x_11 = "钱宝"
        $a_x_12 = "法务"
    condition:
        any of them
}

private rule honest_fund {
    strings:
        $w_x_1 = "your capital is at risk" nocase
        $w_x_2 = "capital at risk" nocase
        $w_x_3 = "kapital risk" nocase
        $w_x_4 = "nav rs" nocase
        $w_x_5 = "folio" nocase
        $w_x_6 = "sip" nocase fullword
        $w_x_7 = "allotted" nocase
        $w_x_8 = "dividend paid" nocase
        $w_x_9 = "dividend of" nocase
        $w_x_10 = "contract note" nocase
        $w_x_11 = "statement" nocase
        $w_x_12 = "margin call" nocase
        $w_x_13 = "folio no" nocase
        $w_x_14 = "units" nocase
        $y_x_1 = "กองทุน"
        $y_x_2 = "配当"
        $y_x_3 = "基金净值"
        $y_x_4 = "NAV" nocase fullword
        $y_x_5 = "申购"
        $y_x_6 = "贖回"
        $y_x_7 = "交割"
        $y_x_8 = "申購"
    condition:
        any of them
}

private rule stuck {
    strings:
        $x_x_1 = "address" nocase
        $x_x_2 = "adress" nocase
        $x_x_3 = "adres" nocase
        $x_x_4 = "direccion" nocase
        $x_x_5 = "direcció"
        $x_x_6 = "indirizzo" nocase
        $x_x_7 = "endereco" nocase
        $x_x_8 = "morada" nocase
        $x_x_9 = "endere" nocase
        $x_x_10 = "unvan" nocase
        $x_x_11 = "ünvan"
        $x_x_12 = "cim" nocase fullword
        $x_x_13 = "cím"
        $x_x_14 = "manzil" nocase
        $x_x_15 = "hascen" nocase
        $x_x_16 = "alamat" nocase
        $x_x_17 = "dia chi" nocase
        $x_x_18 = "địa chỉ"
        $x_x_19 = "incomplet" nocase
        $x_x_20 = "hiany" nocase
        $x_x_21 = "zadrz" nocase
        $x_x_22 = "zatrzym" nocase
        $x_x_23 = "retour" nocase
        $x_x_24 = "return" nocase
        $x_x_25 = "returned" nocase
        $x_x_26 = "zurueck" nocase
        $x_x_27 = "zurück"
        $x_x_28 = "devol" nocase
        $x_x_29 = "tornat" nocase
        $x_x_30 = "wacht" nocase
        $x_x_31 = "attend" nocase
        $x_x_32 = "attente" nocase
        $x_x_33 = "casier" nocase
        $x_x_34 = "blocc" nocase
        $x_x_35 = "giacenza" nocase
        $x_x_36 = "parado" nocase
        $x_x_37 = "tributado" nocase
        $x_x_38 = "detenid" nocase
        $x_x_39 = "retenid" nocase
        $x_x_40 = "holder" nocase
        $x_x_41 = "held" nocase
        $x_x_42 = "stuck" nocase
        $x_x_43 = "kept" nocase
        $x_x_44 = "missing" nocase
        $x_x_45 = "couldn" nocase
        $x_x_46 = "choinneail" nocase
        $x_x_47 = "choinneáil"
        $x_x_48 = "nukreip" nocase
        $x_x_49 = "paradres" nocase
        $x_x_50 = "pāradres"
        $x_x_51 = "nuotr" nocase
        $x_x_52 = "bida" nocase
        $x_x_53 = "bíð"
        $x_x_54 = "bidur" nocase
        $x_x_55 = "stoppad" nocase
        $x_x_56 = "stöðv"
        $x_x_57 = "relivrare" nocase
        $x_x_58 = "nepotpoln" nocase
        $x_x_59 = "neuspe" nocase
        $x_x_60 = "nie zastal" nocase
        $x_x_61 = "nova dostava" nocase
        $x_x_62 = "novi termin" nocase
        $x_x_63 = "novu dostavu" nocase
        $x_x_64 = "ponovno dostavo" nocase
        $x_x_65 = "termin" nocase
        $x_x_66 = "tijdstip" nocase
        $x_x_67 = "tidspunkt" nocase
        $x_x_68 = "fant ikke" nocase
        $x_x_69 = "ikke finde" nocase
        $x_x_70 = "crenel" nocase
        $x_x_71 = "créneau"
        $x_x_72 = "kupac" nocase
        $x_x_73 = "kupujac" nocase
        $x_x_74 = "pircej" nocase
        $x_x_75 = "platio vas" nocase
        $x_x_76 = "oplacil" nocase
        $x_x_77 = "cumparat" nocase
        $x_x_78 = "kifizette" nocase
        $x_x_79 = "apmokejo" nocase
        $x_x_80 = "uplat" nocase
        $x_x_81 = "not possible" nocase
        $x_x_82 = "manjka" nocase
        $x_x_83 = "nedosta" nocase
        $x_x_84 = "dopl" nocase
        $x_x_85 = "szallitasi dij" nocase
        $x_x_86 = "paguani" nocase
        $x_x_87 = "achita" nocase
        $y_x_1 = "адрес"
        $y_x_2 = "мекенжай"
        $y_x_3 = "затримано"
        $y_x_4 = "задержан"
        $y_x_5 = "διεύθυνση"
        $y_x_6 = "διευθυν"
        $y_x_7 = "κρατεί"
        $y_x_8 = "عنوان"
        $y_x_9 = "العنوان"
        $y_x_10 = "متوقف"
        $y_x_11 = "محجوز"
        $y_x_12 = "محبوس"
        $y_x_13 = "ناقص"
        $y_x_14 = "تسليم"
        $y_x_15 = "آدرس"
        $y_x_16 = "כתובת"
        $y_x_17 = "למסור"
        $y_x_18 = "पते"
        $y_x_19 = "पता"
        $y_x_20 = "वापस"
        $y_x_21 = "ঠিকানা"
        $y_x_22 = "আটকে"
        $y_x_23 = "முகவரி"
        $y_x_24 = "நிறுத்தி"
        $y_x_25 = "చిరునామా"
        $y_x_26 = "വിലാസം"
        $y_x_27 = "സരി"
        $y_x_28 = "સરનામ"
        $y_x_29 = "ਪਤਾ"
        $y_x_30 = "ලිපින"
        $y_x_31 = "پتے"
        $y_x_32 = "አድራሻ"
        $y_x_33 = "អាសយដ្ឋាន"
        $y_x_34 = "ທີ່ຢູ່"
        $y_x_35 = "ที่อยู่"
        $y_x_36 = "ตกค้าง"
        $y_x_37 = "လိပ်စာ"
        $y_x_38 = "地址"
        $y_x_39 = "门牌"
        $y_x_40 = "門牌"
        $y_x_41 = "滞留"
        $y_x_42 = "退回"
        $y_x_43 = "運費"
        $y_x_44 = "运费"
        $y_x_45 = "届け先"
        $y_x_46 = "持ち帰"
        $y_x_47 = "주소"
        $y_x_48 = "반송"
        $y_x_49 = "보류"
        $y_x_50 = "금융"
    condition:
        questionable_link and any of them
}
