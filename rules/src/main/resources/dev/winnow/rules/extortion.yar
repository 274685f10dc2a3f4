// Threats, inheritances and errands for a boss: fraud that needs no brand.

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

rule sextortion {
    meta:
        title = "Blackmail"
        category = "junk"
        weight = 70
        unmasks = true
        why = "Invented recordings, a deadline and a wallet."
    strings:
        $en_1 = /\b(recorded you|(your|the|ur) (webcam|camera)|porn|adult site|intimate|nude|naked|masturbat|private (video|photos|pictures)|your (video|photos|secret)|compromising|hacked your|access to your (device|phone|camera|contacts)|i know what you)\b/ nocase
        $en_2 = /\b(bitcoin|btc|pay|wallet|usdt|\$ ?\d{3,}|\d{3,} ?\$|contacts|everyone|friends and family|your (family|friends|contacts|wife|husband|boss)|release|publish|send (it|this|the video))\b/ nocase
        $en_3 = /\b(bitcoin|btc|wallet|usdt|crypto)\b/ nocase
        $de = /\b(kamera aufgenommen|uber (ihre|deine) (web)?cam|filme avec (votre|ta) (camera|webcam)|grabado con (su|tu) camara|gravei voce|ti ho (filmato|registrato)|kameranla|seni kaydettim|webcam opgenomen|nagralem cie)/ nocase
        $coin = /\b(bitcoin|btc)\b/ nocase
        $ru_1 = "записал вас"
        $ru_2 = "веб-камер"
        $ar = "قمت بتسجيلك"
    condition:
        ($en_1 and $en_2 and $en_3) or ($de and $coin) or (any of ($ru_*) and $coin) or ($ar)
}

rule inheritance_or_advance_fee {
    meta:
        title = "Fortune for a stranger"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Inheritances, donors and dormant funds that need a fee or your account."
    strings:
        $who = /\b(next of kin|late (husband|father|client|mr|mrs|wife)|deceased|inheritance|beneficiary|donat(e|ion|ing)|widow|barrister|diplomat|attorney|consignment|dormant (account|fund)|charity (work|project)|humanitarian|lottery winner|power ?ball|mega ?millions|united nations|world bank|(i have|there is|sum of|amount of|of) .{0,12}(million|milion|billion)|fund transfer|compensation (fund|payment)|atm card|grant of|donation of)\b/ nocase
        $money = /\b(million|milion|billion|funds?|dollars?|usd|pounds?|euros?|\$ ?\d[\d,.]{4,}|£ ?\d[\d,.]{4,}|fortune|estate|gold|(transfer|claim) )/ nocase
        $contact = /\b(contact|email|e-mail|reply|gmail|yahoo|outlook|hotmail|whats ?app|claim|call|send (me |us )?your (name|details|account))\b/ nocase
        $mail = /[a-z0-9._-]{3,30}@[a-z0-9-]{2,20}\.[a-z]{2,4}/ nocase
    condition:
        $who and $money and $contact and ($mail or #who > 1 or #money > 2)
}

rule prize_by_mail {
    meta:
        title = "Prize or award claimed by e-mail"
        category = "junk"
        weight = 55
        unmasks = true
        why = "A free mail box to claim a lottery prize from."
    strings:
        $prize = /\b(prize|award(ed)?|won|winner|winning|draw|lottery|lucky|promo(tion)?|selected|claims?|compensation|coca[ -]?cola|bbc|fifa|samsung|toyota|shell|bmw|pepsi)\b/ nocase
        $mail = /[a-z0-9._-]{3,30} ?@ ?[a-z0-9-]{2,20}\.[a-z]{2,4}/ nocase
        $ask = /\b(send|email|e-mail|contact|claim|reply|fill|forward|text)\b.{0,80}\b(name|age|address|country|occup|mobile|details|claim|info|sex|ref|mail)/ nocase
        $sum = /(\$|£|€|\xa3|usd|gbp|million|crore|lakh|pounds|,000|rs\.?)/ nocase
    condition:
        $prize and $mail and ($ask or $sum)
}

rule gift_card_errand {
    meta:
        title = "Buy gift cards for me"
        category = "junk"
        weight = 60
        unmasks = true
        why = "A boss or friend in a meeting who needs card codes: money that cannot be called back."
    strings:
        $card = /\b(gift ?cards?|steam cards?|itunes cards?|google ?play cards?|amazon cards?|apple cards?|vouchers?|tarjetas? (de )?regalo|cartes? cadeaux?|geschenkkarten?|cartoes presente|buoni regalo|cadeaubonnen|hediye kart|prezentow[ae])\b/ nocase
        $errand = /\b(meeting|boss|ceo|manager|director|clients?|employees|reimburse|scratch|send (me )?(the |a )?(codes?|pics?|photos?)|the codes?|buy|purchase|pick up|get (me )?\d|favou?r|asap|jefe|reunion|compres?|codigos|patron|chef|reunion|achete|codes|vorgesetzt|besprechung|kaufen|capo|riunione|mudur|toplanti|szef|baas)\b/ nocase
        $code = /\b(code|codes|codigos?|scratch|photo|pics?|reimburse|rembours|reembols|erstatt|rimbors|geri ode|back)\b/ nocase
        $sell = /\b(free|win|won|off|offer|sale|shop|voucher code|stop|claim|draw|text)\b/ nocase
    condition:
        $card and $errand and $code and not $sell
}

rule relative_in_trouble {
    meta:
        title = "A relative in trouble needs money"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Bail, hospital, stranded abroad: the grandchild fraud."
    strings:
        $who = /\b(grandma|grandpa|grandson|granddaughter|granny|nana|mum|mom|dad|aunt|uncle|your (son|daughter|nephew|grandson|friend|brother|sister)|oma|opa|abuel[ao]|enkel|nonn[ao]|mamie|papi|babcia|buyukanne)\b/ nocase
        $trouble = /\b(bail|jail|arrested|accident|hospital|in trouble|stranded|police station|lawyer|car crash|stuck (in|at)|emergency|embassy|customs|unfall|polizei|kaution|prision|carcel|fianza|arrestado|prison|garde a vue|arrestato|cauzione|carcere|kefalet|hapis)\b/ nocase
        $money = /\b(money|\$ ?\d{2,}|£ ?\d{2,}|send|zelle|venmo|cash ?app|wire|western union|moneygram|transfer|bitcoin|gift ?cards?|geld|dinero|envia|argent|soldi|para gonder|bank details|account number)\b/ nocase
        $secret = /\b(don'?t tell|do not tell|please don'?t|keep (this|it) (secret|between)|asap|urgent(ly)?|right away|this number|secret|nicht (sagen|erzahlen)|no (le |se lo )?digas|ne (le )?dis)\b/ nocase
        $zelle = /\b(zelle|western union|moneygram|wire|cash ?app|bitcoin|gift ?cards?|bail|kaution|fianza|cauzione)\b/ nocase
    condition:
        $who and $trouble and $money and $secret and $zelle
}

rule payroll_change {
    meta:
        title = "Confirm bank details for payroll"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Whoever answers redirects a salary."
    strings:
        $who = /\b(hr|human resources|payroll|finance (dept|department|team)|accounts? payable|salary|direct deposit|landlord|supplier)\b/ nocase
        $ask = /\b((confirm|update|verify|send|provide|need)( us| me)? (your |the )?(bank|account|banking|direct deposit|payment|routing|card) ?(account )?(details|information|info|number|data))\b/ nocase
    condition:
        $who and $ask
}

rule seller_of_a_story {
    meta:
        title = "Stranger with a bargain or a mistake"
        category = "junk"
        weight = 35
        why = "Late husbands' watches, numbers 'found in a group': an approach that moves to a messenger."
    strings:
        $story = /\b(saw your number|got your (number|contact) from|found your (number|contact|profile|resume|cv)|reviewed your (resume|profile|cv)|your (resume|profile|cv) (has|was|caught|is)|came across your|late husband'?s|late wife'?s|recommended by|(online )?recruitment (platform|agency|team)|multiple (online )?(recruitment|job)|is this (still )?your number|remember me from)\b/ nocase
        $pull = /\b(interested\??|whats ?app|telegram|more details|contact me|reply|let me know|can (we|i) (talk|chat|share|tell)|cheap|collection|opportunity|position|work|job|invest|offer)\b/ nocase
    condition:
        $story and $pull
}
