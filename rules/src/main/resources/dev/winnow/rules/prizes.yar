// Prizes, premium-rate numbers and the texts that come with them.

private rule claim_way {
    strings:
        $call = /\b(call|dial|ring|text|txt|tx|send|reply|claim|collect|click|tap|visit|contact|email|e-mail|log|redeem|whats ?app|fill|goto|go to|sms|accept)\b/ nocase
        $link = /(https?:\/|www\.|\.com|\.co|\.net|\.info|\.top|\.xyz|\.org)/ nocase
    condition:
        any of them
}

rule prize_won {
    meta:
        title = "You have won"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Nobody wins a draw without having entered it; the prize is the bait for a paid call or for bank details."
    strings:
        $won = /\b(you|u|ur|number|mobile|mob|num|no|have|has|hv|been|were|was|is|you've|customer)\b.{0,30}\b(won|w0n|win|winner|awarded|selected|chosen|picked|entitled|qualif(y|ied) (for|to)|drawn|shortlisted)\b/ nocase
        $winner = /\b(congratulations?|congrats?|congratz|c0ngratulations?|winner|lucky (winner|number|customer|draw)|final (attempt|notice)|last attempt|2nd attempt|guaranteed|jackpot|lottery|lotto|prize draw|prize|reward|bonus prize|award(ed)?|unclaimed|k\.?b\.?c)\b/ nocase
        $thing = /\b(prize|pr1ze|award|reward|gift ?card|voucher|vouchers|cash|bonus|holiday|cruise|iphone ?\d{0,2}|ipad|ipod|galaxy|laptop|tv|ps5|car|million|crore|lakhs?|lac|points|pounds|dollars|£ ?\d[\d,.]*|\$ ?\d[\d,.]*|rs\.? ?\d[\d,.]*|inr ?.?\d[\d,.]*|gbp|usd|free (gift|ticket|entry|stay|flight)|getaway|lottery|draw|giveaway|trip)/ nocase
    condition:
        $won and $winner and $thing and claim_way
}

rule prize_won_abroad {
    meta:
        title = "You have won (other languages)"
        category = "junk"
        weight = 55
        unmasks = true
        why = "The same bait as prize_won in other languages."
    strings:
        $id_1 = /\b(selamat|slmt|slamat|pemenang|memenangkan|menang|mendapat(kan)?|m-?dpt(kan|kn)?|m dptkn|dpt|terpilih|meraih|beruntung)\b/ nocase
        $id_2 = /\b(hadiah|hdiah|undian|pemenang|pin ?pemenang|poin|gebyar|resmi|cek tunai|kode pin|no\.? ?pin|pin anda|1 ?unit|uang tunai|rejeki)\b/ nocase
        $id_3 = /(rp\.? ?\d|\bjt\b|juta|www\.|http|\.com|info|hub(ungi)?\b|klaim|mobil|motor|pin)/ nocase
        $es_1 = /\b(ganador|ganado|ganaste|has sido (seleccionad|elegid)|felicidades|felicitaciones|parabens|ganhou|ganhador|sorteado|vencedor|hai vinto|vincitore|complimenti|congratulazioni)/ nocase
        $es_2 = /\b(premio|sorteo|regalo|iphone|vale|tarjeta|boleto|premio|brinde|sorteio|cartao|buono|voucher|reclam|resgat|ritira)/ nocase
        $de_1 = /\b(gewonnen|gewinner|herzlichen gluckwunsch|gluckwunsch|ausgewahlt|gagne|gagnant|felicitations|selectionne|gewonnen|gefeliciteerd|winnaar|vunnit|vundet|wygrales|wygrana|zwyciezca|gratulacje)\b/ nocase
        $de_2 = /\b(gewinn|gutschein|preis|iphone|cadeau|lot|prix|bon|prijs|cadeaubon|nagrod|voucher|pris|reclamez|einlosen|abholen)/ nocase
        $tr_1 = /\b(kazandiniz|tebrikler|talihli|hak kazandiniz)/ nocase
        $tr_2 = /\b(hediye|odul|cekilis|iphone|tl\b|puan|altin|araba|telefon)/ nocase
        $vi_1 = /\b(trung thuong|chuc mung|trung giai|may man nhan)/ nocase
        $vi_2 = /\b(giai thuong|iphone|qua tang|xe may|tien mat|vnd|http|lien he)/ nocase
        $tl = /\b(nanalo ka|nanalo|you (have )?won|panalo)\b.{0,80}\b(piso|php|peso|prize|raffle|claim|dti)\b/ nocase
        $hi = /\b(jeeta hai|jeet(e|a|i)? (hai|gaye)|lottery (jeeti|lagi|lag)|inaam|inam)\b/ nocase
        $ru_1 = "выиграл"
        $ru_2 = "поздравля"
        $ru_3 = "приз"
        $ru_4 = "подар"
        $ar_1 = "مبروك"
        $ar_2 = "ربحت"
        $ar_3 = "فزت"
        $ar_4 = "جائزة"
        $ar_5 = "الجائزة"
        $ar_6 = "سحب"
        $go_ar_1 = "اتصل"
        $go_ar_2 = "اضغط"
        $go_ar_3 = "استلام"
        $go_ar_4 = "أرسل"
        $he_1 = "זכית"
        $he_2 = "פרס"
        $zh_1 = "中奖"
        $zh_2 = "恭喜"
        $zh_3 = "奖"
        $zh_4 = "领取"
        $zh_5 = "抽中"
        $ja_1 = "当選"
        $ja_2 = "おめでとう"
        $ja_3 = "プレゼント"
        $ko_1 = "당첨"
        $ko_2 = "경품"
        $th_1 = "รางวัล"
        $th_2 = "ยินดีด้วย"
        $hi2_1 = "लॉटरी"
        $hi2_2 = "इनाम"
    condition:
        ($id_1 and $id_2 and $id_3) or ($es_1 and $es_2 and claim_way) or ($de_1 and $de_2) or ($tr_1 and $tr_2) or ($vi_1 and $vi_2) or $tl or $hi
        or (($ru_1 or $ru_2) and ($ru_3 or $ru_4) and claim_way) or ($ru_1 and claim_way) or (2 of ($ar_*) and claim_way) or (($ar_2 or $ar_3) and (claim_way or any of ($go_ar_*))) or (2 of ($ar_*) and any of ($go_ar_*))
        or ($he_1 and $he_2) or ($zh_1 and ($zh_2 or $zh_4 or claim_way)) or ($zh_2 and ($zh_3 or $zh_5) and $zh_4) or ($ja_1 and ($ja_2 or $ja_3 or claim_way)) or all of ($ko_*)
        or all of ($th_*) or any of ($hi2_*)
}

rule claim_code {
    meta:
        title = "Claim number or code of a draw"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Claim codes, validity in hours and draw numbers make an invented prize look official."
    strings:
        $claim = /\b(claim|collect) (is easy|code|no\b|number|ur\b|your\b|it\b|just|call|now|by)/ nocase
        $to_claim = /\b(to|2) (claim|collect)\b/ nocase
        $valid = /\bvalid (for )?(the next )?\d{1,2} ?(hrs?|hours|h)\b/ nocase
        $prize = /\b(prize|award|reward|voucher|won|winner|w0n|guaranteed|draw|cash|bonus|holiday)\b/ nocase
    condition:
        any of ($claim, $to_claim, $valid) and $prize
}

rule premium_rate_number {
    meta:
        title = "Premium-rate number"
        category = "junk"
        weight = 50
        unmasks = true
        why = "The call itself is what is sold. British 090 numbers look like mobile numbers elsewhere, so the text must speak British too."
    strings:
        $uk = /\b09[01]\d ?\d{3} ?\d{4}/
        $british_1 = "\xc2\xa3"
        $british_2 = /\b(claim|prize|award|won|winner|land ?line|bt\b|ppm|p\/min|per min|p ?o ?box|t&?c'?s?|18\+|16\+|holiday|guaranteed|dating|chat|urgent|collection|free ?msg|cash|draw|national rate|horny|sexy|date|gbp|pence|[0-9]{2,3}p|ring|cs|stop|unsub|vouchers?|poly|girls?|hear|congrats?|charged|videochat|videophones?|operator|service|fancy|admirer|nokia|ur\b|u\b)\b/ nocase
    condition:
        $uk and any of ($british_*)
}

rule special_rate_number {
    meta:
        title = "Special-rate number"
        category = "junk"
        weight = 50
        unmasks = true
        why = "British 087 numbers share the price of the call with whoever is called."
    strings:
        $uk = /\b087[0-3][ -]?[0-9]{3}[ -]?[0-9]{4}/
        $uk_dots = /\b0(9[01]\d|87[0-3])\d{0,4}\.\d{2,4}\.\d{2,4}/
    condition:
        any of them
}

rule price_per_message {
    meta:
        title = "Price per message or minute"
        category = "junk"
        weight = 35
        unmasks = true
        why = "Small print of a subscription by SMS."
    strings:
        $pence = /[0-9]{2,3} ?p{1,2}( ?(per|a|\/) ?(min|minute|msg|mess|message|text|txt|wk|week|day|call|tone)|pm\b|pmsg|min\b|\/min|msg|wk\b|pw\b|mt\b|ptxt)/ nocase
        $pence_m = /[0-9]{3}pm\b/ nocase
        $pound = /(\xc2\xa3 ?[0-9](\.[0-9]{2})?|[0-9]\.[0-9]{2}) ?(\/|per|p\/|a) ?(wk|week|msg|min|txt|text|message|tone|poly|mt|call)\b/ nocase
        $slash = /\b[0-9]{2,3}p? ?\/ ?(wk|week|msg|min|txt|text|message|tone|poly|mt|call)\b/ nocase
        $std = /\b(std|standard|norm|normal|network|national|local) ?(txt|text|network|op|sms|msg|call)? ?(rate|rates|charges|chgs|charge) ?(apply|may apply|applies|app)?/ nocase
        $free_first = /\b(1st|first) ?(wk|week|5|3)? ?(free|tones?|month|msg)/ nocase
        $max = /\b(max|maximum) ?(\d{1,2}|of)? ?(mins?|texts|msgs|month)/ nocase
        $bt = /\bbt[ -](national|nat)/ nocase
        $tcs = /\b(t&?c'?s?|ts ?(&|and) ?cs|terms) ?(and conditions)? ?(apply|www|see|visit)?\b/ nocase
        $over16 = /\b(16\+|18\+|over 1[68]|1[68] ?yrs|18 ?only|age ?1[68]|\+16|\+18|o\/?18)/ nocase
        $pobox = /\bp\.?o\.? ?box ?\d*/ nocase
        $cost = /\b(cost|costs|charged|rcvd?|rec'?d|received?|sub|subs|subscription)\b.{0,20}[0-9]/ nocase
        $to_receive = /([0-9]\.[0-9]{2} ?(to (rcv|receive)|per (msg|text|message|sms)|\/ ?(msg|text|sms))|\bgbp ?\/ ?(sms|msg|mtmsg)|[0-9]p ?\/ ?sms|std chgs?|ntwk chg|msgs? cst|been (billed|charged) [0-9]{2,3}p)/ nocase
    condition:
        any of ($pence, $pence_m, $pound, $slash, $bt, $to_receive) or 2 of ($std, $free_first, $max, $tcs, $over16, $pobox, $cost)
}

rule text_to_shortcode {
    meta:
        title = "Text a word to a short number"
        category = "junk"
        weight = 45
        unmasks = true
        why = "Answering starts a paid service."
    strings:
        $en = /\b(txt|text|send|reply|tx|sms|msg)\b.{1,40}\b(to|2|on) ?:?(no\.? ?)?[0-9]{4,6}\b/ nocase
        $tr = /\b(yaz|yazip|yazin)\b.{0,40}\b\d{4}( ?'?(e|a|ye|ya))?\b.{0,10}\b(gonder|yolla|sms)/ nocase
        $tr_2 = /\b\d{4} ?'?(e|a|ye|ya|ne|na)\b.{0,20}\b(gonder|yolla|sms)/ nocase
        $id = /\b(ketik|ktk|balas)\b.{1,40}\b(kirim|krm|ke|kirm)\b.{0,6}\b[0-9*]{3,6}\b/ nocase
        $es = /\b(envia|enviar|manda|envie)\b.{1,40}\b(al|a|para|para o)\b ?[0-9]{4,6}\b/ nocase
        $stop = /\b(stop|unsub|optout|opt-out|cancel|help|end|block|quit|arret|iptal|ret|unreg)\b.{0,12}\b(to|2|on|vers|au|ke) ?[0-9]{4,6}\b/ nocase
    condition:
        ($en or $id or $es or $tr or $tr_2) and not ($stop and #en < 2)
}

rule ringtone_service {
    meta:
        title = "Ringtones, logos and other phone content"
        category = "junk"
        weight = 50
        why = "Content subscriptions sold by SMS."
    strings:
        $what = /\b(ring ?tones?|poly(phonic)?( ?tones?)?|true ?tones?|real ?tones?|mono(phonic)?|logos?|wallpapers?|colou?r ?screens?|java games?|picture ?msgs?|caller ?tunes?|hello ?tunes?|caller ?tones?|camcorder|mobile (content|games|video)|videophones?|arcade|polys|tones|ringback|rbt|nada sambung pribadi|nsp)\b/ nocase
        $sell = /\b(free|text|txt|reply|call|get|order|download|dial|latest|new|from|win|ketik|set)\b/ nocase
        $price = /(\xc2\xa3|\$|\brs\.? ?[0-9]|[0-9]p\b|\/wk|\bweek|www\.|\.co\b)/ nocase
        $code = /\b(0|1|2|3|4|5|6|7|8|9)[0-9]{3,5}\b/
    condition:
        $what and $sell and any of ($price, $code)
}

rule text_a_keyword {
    meta:
        title = "Answer with a keyword"
        category = "junk"
        weight = 20
        why = "A word in capitals to send back starts an order."
    strings:
        $keyword = /\b([Tt]xt|TXT|[Tt]ext|TEXT|[Rr]eply|REPLY|[Rr]pl|[Ss]end|SEND|[Ss][Mm][Ss]|[Kk]etik|KETIK) (([Bb]ack|with|the word|ur|your) )?["']?[A-Z]{3,}/
        $answer = /\b(txt|text|reply|rpl|send|sms|ketik) ((back|with|the word|ur|your) )?["']?(yes|no|stop|help|end|info|out|cancel|unsub|quit|otp|code|block|bal|me|you|my|this|that|for|and|back|when|asap|pin|ya|tidak)\b/ nocase
    condition:
        #keyword > #answer
}

rule voicemail_bait {
    meta:
        title = "A message waits at a number"
        category = "junk"
        weight = 50
        why = "\"You have a message, call this number\": real mailboxes have short, known numbers."
    strings:
        $wait = /\b(you have|u have|there is|there's)? ?((1|one|an?|\d) )?(new |unread |urgent |important )(voice ?mail|voicemail|message|msg|customer service announcement|announcement)\b|\bmissed call alert\b|\b(urgent|important) (message|announcement) (is )?(waiting|for you)/ nocase
        $number = /\b(call|dial|ring|phone|numbers? called).{0,80}(0|\+)[0-9 ().-]{9,15}[0-9]/ nocase
        $premier = /\bcustomer service announcement\b/ nocase
    condition:
        ($wait and $number) or $premier
}

rule paid_content_notice {
    meta:
        title = "Notice of paid content"
        category = "junk"
        weight = 50
        why = "Delivery notes of subscriptions by SMS."
    strings:
        $content = /\b(mobile content|ur content|your content|video (clip|will be)|wap|downloaded? (the|ur|your) content|ordered a ringtone|the content you|(recei?ve|receiving|recieve) (your|ur|this week'?s)? ?[a-z ]{0,20}(ring)?tone|hot downloads|adult content|adult 18|subscription (has been|is) (renewed|activated|active)|content order)\b/ nocase
        $bill = /\b(received|billed|charged|paid for|goto|go to|collect|download|enjoy|order is|password|shortly|within the next|with you shortly|for free|renewed|deducted|processed)\b/ nocase
    condition:
        $content and $bill
}

rule unredeemed_points {
    meta:
        title = "Unredeemed points to call for"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Points from an account statement that nobody has; the call is what costs."
    strings:
        $points = /\bun-?redeemed( [a-z. ]{2,14})? points\b/ nocase
        $call = /\b(call|claim|ring|text)\b/ nocase
    condition:
        all of them
}

rule handset_upgrade {
    meta:
        title = "Free handset or better tariff"
        category = "junk"
        weight = 50
        why = "Resellers call strangers about the age of their phone."
    strings:
        $phone = /\b(handsets?|camera phones?|camcorder|video ?phones?|mobiles?|phones?|nokia|motorola|sony ?ericsson|samsung|bluetooth|line rental|linerental|tariffs?|mins|ntwk|network|4g|5g|sim only|iphone)\b/ nocase
        $deal = /\b(half price|1\/2 price|double (mins|minutes|txt|texts?)|free (nokia|motorola|sony|samsung|camera|colou?r|video|bluetooth|phone|handset|mobile|mins|minutes|texts?)|for free|4 free|update (to|now)|upgrade|entitled to|latest (colou?r|camera|motorola|nokia|phones?|sony|handset)|free entry|11 ?mths?|10 ?mths?|had your (mobile|phone))\b/ nocase
        $call = /\b(call|reply|text|txt|2 ?(opt|stop)|optout|www|click|rpl)\b/ nocase
        $free_phone = /\b0(800|808|845)[0-9 ]{6,9}\b/
    condition:
        $phone and ($deal and #phone + #deal > 2 and $call) or ($deal and $free_phone)
}

rule contest_to_enter {
    meta:
        title = "Contest to enter by message"
        category = "junk"
        weight = 50
        why = "Quizzes and auctions whose entry is the product."
    strings:
        $quoted = /\b(reply|txt|text|send)( back)?( with)?:? ["'][a-z]{2,}["']/ nocase
        $start = /^\W{0,3}win (a|an|the|your|up to|\xc2\xa3|\$|rs|cash)\b/ nocase
        $win = /\b(chance (to|2) win|4 (a )?chance (to|2) win|(2|to) win|win (a|an|the|up to|ur|your|free|cash|an?)|win (£|\$|rs)|u can win|free auction|auction|quiz|question is|next question|weekly (draw|comp|competition)|wkly comp|comp(etition)? (to|2) win|enter (our|the|in2|into)|entry in|take part|free entry|sudoku|trivia|next question|lucky day|urawinner)/ nocase
        $prize = /\b(prize|cash|tickets?|holiday|ipods?|iphones?|ipad|mp3|dvd|cd|xbox|ps\d|psp|car|plasma|tv|gadgets?|vouchers?|nokia|trip|final|fa cup|gold|bike|laptop|jersey|headset|bluetooth|(£|\$|rs\.?) ?\d)/ nocase
        $how = /\b(text|txt|reply|send|sms|call|www|http|log ?on|logon|visit|ketik|play|answer|ans|dial)\b/ nocase
        $code = /\b(0|1|2|3|4|5|6|7|8|9)[0-9]{3,10}\b/
        $link = /(https?:|www\.|\.com)/ nocase
    condition:
        ($win and $prize and $how and any of ($code, $link, $quoted)) or ($start and $prize)
}

rule urgent_contact_attempt {
    meta:
        title = "\"We are trying to contact you\""
        category = "junk"
        weight = 40
        why = "The opening of prize and claims calls."
    strings:
        $try = /\b(trying|tried|attempt(ed)?) (\d\w* )?to (contact|reach) (u|you)\b/ nocase
        $urgent = /\burgent!{0,3}.{0,30}\b(contact|call|mobile|your)\b/ nocase
        $waiting = /\b(is|are)? ?(awaiting|awaits|waiting for) (collection|your claim)\b/ nocase
        $way = /\b(0\d{9,10}|landline|claim|prize|your (account|offer)|delivery of)\b/ nocase
        $sale = /\b(landline|land line|prize|claim|guaranteed|award|holiday|draw)\b/ nocase
    condition:
        ($try and $way) or ($waiting) or ($urgent and $sale)
}

rule adult_chat {
    meta:
        title = "Sex or dating service"
        category = "junk"
        weight = 50
        why = "Chat lines, dating and adult content sold to strangers."
    strings:
        $en_1 = /\b(hot|sexy|horny|naughty|local|lonely|single|real|bored|filthy|dirty|lovely) (singles|girls?|women|ladies|babes?|guys|men|housewives|moms|milfs?|chicks?|wives|people|pics?|photos?|chat)\b/ nocase
        $en_2 = /\b(porno?|onlyfans{0,2}|sex ?(chat|date|line|vid|cam)|phone ?sex|wet|erotic|escorts?|nudes?|naked|milf|webcam (girls?|show)|adult (chat|content|dating|sms)|gay (chat|line|men)|hardcore|explicit|sexiest|get laid|dogging|sexy ?chat|xxx (pics?|vids?|videos?)|filthy (stories|guys|girls)|adult part(y|ies)|babe videos?|nasty|knickers|sexy (photos?|pics?|new))\b/ nocase
        $en_3 = /\b(dating (service|line|site|app)|date ?(line|-?box)|secret admirer|fancies (you|u)|has a crush on|chat ?(line|lines|room| and date| n date)|flirt(ing)?|meet (locals?|girls|women|guys|singles)|someone (who knows|u know|you know)|hook ?up|thinks you.?r.? (the best|special)|date (local|someone)|looking (4|for) (sex|fun)|contact u|ur (admirer|mystery))\b/ nocase
        $how = /\b(text|txt|call|reply|send|click|visit|join|www|http|https|chat now|dial|meet now)\b/ nocase
        $how_link = /\.(com|co\.uk|fun|net)\b/ nocase
        $code = /\b(0|1|2|3|4|5|6|7|8|9)[0-9]{4,10}\b/
        $dial = /\b(txt|text|reply|call|send) [A-Z]{2,}\b/
        $tr = /\b(sevgili ariyor|sohbet hatti|canli sohbet|atesli|kizlarla|hemen tanis|ask yaz|sevgilim yaz)/ nocase
        $es = /\b(chicas|mujeres|solteras|citas|ragazze|frauen|femmes|rencontres?|singles) (calientes|cerca|en tu zona|in deiner|pres de|chaudes|vicino|solas)/ nocase
        $id = /\b(bokep|open bo\b|cewek (panggilan|bispak)|vcs|pijat plus)/ nocase
        $zh_1 = "约炮"
        $zh_2 = "裸聊"
        $zh_3 = "小姐上门"
        $ja_1 = "出会い系"
        $ja_2 = "逢いたい人妻"
        $ru_1 = "интим"
        $ru_2 = "проститут"
        $emoji = "🔞"
    condition:
        (any of ($en_1, $en_2) and any of ($how*)) or ($en_3 and ($how or $how_link) and any of ($code, $how_link, $dial)) or $es or $id or $tr or any of ($zh_*) or any of ($ja_*) or any of ($ru_*) or ($emoji and any of ($how*))
}
