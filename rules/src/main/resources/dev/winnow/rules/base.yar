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
