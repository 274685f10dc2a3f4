// Threats, inheritances and errands for a boss: fraud that needs no brand.

rule sextortion {
    meta:
        title = "Blackmail"
        category = "junk"
        weight = 70
        unmasks = true
        why = "Invented recordings, a deadline and a wallet."
    strings:
        $en_1 = /\b(adult site|intimate|nude|masturbat|private (video|photos|pictures)|compromising|hacked your|access to your (device|phone|camera|contacts)|recorded you|(your|the|ur) (webcam|camera)|i know what you|your (video|photos|secret)|porn|naked)\b/ nocase
        $en_3 = /\b(bitcoin|btc|wallet|usdt|crypto)\b/ nocase
        $de = /\b(uber (ihre|deine) (web)?cam|grabado con (su|tu) camara|gravei voce|ti ho (filmato|registrato)|kameranla|seni kaydettim|webcam opgenomen|nagralem cie|filme avec (votre|ta) (camera|webcam)|kamera aufgenommen)/ nocase
        $coin = /\b(bitcoin|btc)\b/ nocase
        $ru_1 = "записал вас"
        $ru_2 = "веб-камер"
        $ar = "قمت بتسجيلك"
    condition:
        ($en_1 and $en_3) or ($de and $coin) or (any of ($ru_*) and $coin) or ($ar)
}

rule inheritance_or_advance_fee {
    meta:
        title = "Fortune for a stranger"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Inheritances, donors and dormant funds that need a fee or your account."
    strings:
        $who = /\b(next of kin|late (mrs|husband|father|wife|mr|client)|deceased|inheritance|widow|barrister|diplomat|attorney|consignment|dormant (account|fund)|humanitarian|lottery winner|power ?ball|mega ?millions|united nations|fund transfer|compensation (fund|payment)|grant of|donation of|world bank|donat(e|ion|ing)|charity (work|project)|(i have|there is|sum of|amount of) .{0,12}(million|milion|billion)|beneficiary|atm card)\b/ nocase
        $money = /\b(milion|fortune|billion|estate|million|funds?|dollars?|gold|transfer |euros?|pounds?|[0-9][0-9,.]{0,12},000)/ nocase
        $mail = /@ ?[a-z0-9-]{2,20}(\.com|\.net|\.org|\.co|\.info|\.in|\.hk|\.cn|\.uk|\.us|\.tk|\.de|\.ru|\.fr)\b/ nocase
    condition:
        $who and ($money or money_sign) and way_to_answer and ($mail or #who > 1 or #money > 2)
}

rule prize_by_mail {
    meta:
        title = "Prize or award claimed by e-mail"
        category = "junk"
        weight = 55
        unmasks = true
        why = "A free mail box to claim a lottery prize from."
    strings:
        $prize = /\b(pepsi|lottery|fifa|toyota|shell|winning|compensation|samsung|bmw|coca[ -]?cola|lucky|winner|selected|awarded|prize|won|claims?)\b/ nocase
        $mail = /@ ?[a-z0-9-]{2,20}(\.com|\.net|\.org|\.co|\.info|\.in|\.hk|\.cn|\.uk|\.us|\.tk|\.de|\.ru|\.fr)\b/ nocase
        $sum = /(million|crore|lakh|pounds|,000)/ nocase
    condition:
        $prize and $mail and ($sum or money_sign or way_to_answer)
}

rule gift_card_errand {
    meta:
        title = "Buy gift cards for me"
        category = "junk"
        weight = 60
        unmasks = true
        why = "A boss or friend in a meeting who needs card codes: money that cannot be called back."
    strings:
        $card = /\b(steam cards?|itunes cards?|google ?play cards?|amazon cards?|apple cards?|cartoes presente|buoni regalo|cadeaubonnen|hediye kart|prezentow[ae]|gift ?cards?|tarjetas? (de )?regalo|cartes? cadeaux?|geschenkkarten?)\b/ nocase
        $sell = /\b(voucher code|sale|shop|draw|won|win|claim|free)\b/ nocase
        $errand = /\b(ceo|manager|employees|patron|vorgesetzt|besprechung|capo|riunione|mudur|toplanti|szef|baas|reimburse|director|scratch|the codes?|jefe|codigos|reunion|send (me )?(the |a )?(codes?|pics?|photos?)|chef|codes|kaufen|achete|boss|favou?r|purchase|asap|pick up|compres?|get (me )?\d|meeting|buy|clients?)\b/ nocase
        $code = /\b(geri ode|reimburse|scratch|codes|rimbors|photo|erstatt|rembours|reembols|codigos?|code|pics?|back)\b/ nocase
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
        $who = /\b(grandpa|grandson|granddaughter|granny|abuel[ao]|enkel|nonn[ao]|mamie|papi|babcia|buyukanne|oma|opa|nana|grandma|aunt|uncle|your (daughter|nephew|sister|brother|son|friend)|mum|mom|dad)\b/ nocase
        $trouble = /\b(jail|stranded|lawyer|car crash|unfall|polizei|kaution|prision|carcel|fianza|arrestado|prison|garde a vue|arrestato|cauzione|carcere|kefalet|hapis|in trouble|police station|embassy|bail|emergency|stuck (in|at)|arrested|accident|hospital|customs)\b/ nocase
        $secret = /\b(do not tell|keep (this|it) (secret|between)|nicht (sagen|erzahlen)|no (le |se lo )?digas|ne (le )?dis|don\'?t tell|this number|please don\'?t|secret)\b/ nocase
        $zelle = /\b(western union|moneygram|kaution|fianza|cauzione|cash ?app|wire|gift ?cards?|bail|zelle|bitcoin)\b/ nocase
    condition:
        $who and $trouble and ($secret or urgent) and $zelle
}

rule payroll_change {
    meta:
        title = "Confirm bank details for payroll"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Whoever answers redirects a salary."
    strings:
        $who = /\b(human resources|finance (dept|department|team)|accounts? payable|direct deposit|hr (dept|department|team)|from hr|landlord|supplier|salary|payroll)\b/ nocase
        $ask = /\b((provide|confirm|update|verify|send|need)( us| me)? (your |the )?(direct deposit|routing|banking|payment|card|bank|account) ?(account )?(details|information|info|number|data))\b/ nocase
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
        $story = /\b(reviewed your (resume|profile|cv)|late husband\'?s|late wife\'?s|recommended by|recruitment (platform|agency|team)|multiple (online )?(recruitment|job)|remember me from|resume)\b/ nocase
        $story_1 = "saw your number" nocase
        $story_2 = "got your number" nocase
        $story_3 = "got your contact" nocase
        $story_4 = "found your number" nocase
        $story_5 = "found your profile" nocase
        $story_6 = "found your cv" nocase
        $story_7 = "your profile " nocase
        $story_8 = "came across your" nocase
        $story_9 = "is this still your number" nocase
        $story_10 = "is this your number" nocase
        $story_11 = "your cv" nocase fullword
        $pull = /\b(can (we|i) (talk|chat|share|tell)|more details|position|telegram|contact me|opportunity|invest|interested|cheap|let me know|whats ?app|collection|job|offer|work|reply)\b/ nocase
    condition:
        any of ($story*) and $pull
}

rule wrong_number_friend {
    meta:
        title = "Wrong number that wants a friend"
        category = "junk"
        weight = 50
        why = "A mistaken text that ends in an invitation opens months of trust and an investment."
    strings:
        $wrong_1 = "wrong number" nocase
        $wrong_2 = "wrong person" nocase
        $wrong_3 = "numero equivocado" nocase
        $wrong_4 = "falsche nummer" nocase
        $wrong_5 = "salah nomor" nocase
        $friend_1 = "be friends" nocase
        $friend_2 = "make friends" nocase
        $friend_3 = "become friends" nocase
        $friend_4 = "new friend" nocase
        $friend_5 = "you seem" nocase
        $friend_6 = "you sound" nocase
        $friend_7 = "get to know" nocase
        $friend_8 = "ser amigos" nocase
        $friend_9 = "freunde werden" nocase
        $friend_10 = "berteman" nocase
    condition:
        any of ($wrong_*) and any of ($friend_*)
}
