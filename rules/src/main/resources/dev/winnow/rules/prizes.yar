// Prizes, premium-rate numbers and the texts that come with them.

rule prize_won {
    meta:
        title = "You have won"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Nobody wins a draw without having entered it; the prize is the bait for a paid call or for bank details."
    strings:
        $won = /\b(drawn|qualif(y|ied) (for|to)|shortlisted|chosen|picked|w0n|entitled|(can|could|to|will) win|winner|selected|awarded|won)\b/ nocase
        $winner = /\b(congratz|c0ngratulations?|last attempt|k\.b\.c|lottery|lotto|kbc|unclaimed|lucky (winner|number|customer|draw)|reward|2nd attempt|congratulations?|winner|congrats?|jackpot|final (attempt|notice)|award(ed)?|guaranteed|prize)\b/ nocase
        $thing = /\b(pr1ze|galaxy|ps5|giveaway|getaway|lottery|gift ?card|cruise|million|iphone|crore|ipad|lakhs?|dollars|ipod|laptop|reward|points|free (gift|ticket|entry|stay|flight)|trip|pounds|vouchers?|bonus|holiday|draw|award|prize|cash)/ nocase
    condition:
        $won and $winner and ($thing or money_sign) and way_to_answer
}

rule prize_won_abroad {
    meta:
        title = "You have won (other languages)"
        category = "junk"
        weight = 55
        unmasks = true
        why = "The same bait as prize_won in other languages."
    strings:
        $id_1 = /\b(slmt|slamat|pemenang|memenangkan|menang|m-?dpt(kan|kn)?|m dptkn|dpt|meraih|beruntung|selamat|mendapat(kan)?|terpilih)\b/ nocase
        $id_2 = /\b(hdiah|undian|pemenang|pin ?pemenang|gebyar|resmi|cek tunai|kode pin|no\.? ?pin|pin anda|1 ?unit|uang tunai|rejeki|hadiah|poin)\b/ nocase
        $id_3 = /(\bjt\b|klaim|hub(ungi)?\b|juta|pin|motor|rp\.? ?\d|info|www\.|mobil|\.com|http)/ nocase
        $es_1 = /\b(ganador|ganado|ganaste|has sido (seleccionad|elegid)|felicidades|felicitaciones|parabens|ganhou|ganhador|sorteado|vencedor|hai vinto|vincitore|complimenti|congratulazioni)/ nocase
        $es_2 = /\b(premio|sorteo|boleto|brinde|sorteio|buono|resgat|ritira|regalo|iphone|reclam|cartao|tarjeta|vale|voucher)/ nocase
        $de_1 = /\b(gewonnen|gewinner|herzlichen gluckwunsch|gluckwunsch|ausgewahlt|gagnant|felicitations|selectionne|gefeliciteerd|winnaar|vunnit|vundet|wygrales|wygrana|zwyciezca|gratulacje|gagne)\b/ nocase
        $de_2 = /\b(gewinn|gutschein|preis|prijs|cadeaubon|nagrod|reclamez|einlosen|abholen|prix|cadeau|pris|iphone|voucher|lot|bon)/ nocase
        $tr_1 = /\b(kazandiniz|tebrikler|talihli|hak kazandiniz)/ nocase
        $tr_2 = /\b(puan|altin|araba|hediye|odul|cekilis|iphone|telefon|tl\b)/ nocase
        $vi_1 = /\b(trung thuong|chuc mung|trung giai|may man nhan)/ nocase
        $vi_2 = /\b(giai thuong|qua tang|xe may|tien mat|vnd|lien he|iphone|http)/ nocase
        $tl = /\b(nanalo|panalo)\b/ nocase
        $tl_2 = /\b(piso|php ?[0-9]|raffle|dti)\b/ nocase
        $tr_firm = /\bb0[0-9]{2}\b/ nocase
        $tl_warns = "hindi totoo" nocase
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
        ($id_1 and $id_2 and $id_3) or ($es_1 and $es_2 and way_to_answer) or ($de_1 and $de_2) or ($tr_1 and $tr_2 and not $tr_firm) or ($vi_1 and $vi_2) or ($tl and $tl_2 and not $tl_warns) or $hi
        or (($ru_1 or $ru_2) and ($ru_3 or $ru_4) and way_to_answer) or ($ru_1 and way_to_answer) or (2 of ($ar_*) and way_to_answer) or (($ar_2 or $ar_3) and (way_to_answer or any of ($go_ar_*))) or (2 of ($ar_*) and any of ($go_ar_*))
        or ($he_1 and $he_2) or ($zh_1 and ($zh_2 or $zh_4 or way_to_answer)) or ($zh_2 and ($zh_3 or $zh_5) and $zh_4) or ($ja_1 and ($ja_2 or $ja_3 or way_to_answer)) or all of ($ko_*)
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
        $claim = /\b(claim|collect) (is easy|code|number|by|just|ur\b|no\b|now|it\b|call|your\b)/ nocase
        $to_claim = /\b(to|2) (claim|collect)\b/ nocase
        $valid = /\bvalid (for )?(the next )?\d{1,2} ?(hrs?|hours|h)\b/ nocase
        $prize = /\b(w0n|reward|winner|voucher|bonus|holiday|draw|award|guaranteed|prize|cash|won)\b/ nocase
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
        $uk = /\b09[01][0-9] ?[0-9]{3} ?[0-9]{4}/
        $british_1 = "\xc2\xa3"
        $british_2 = /\b(p\/min|pence|horny|videochat|videophones?|ppm|admirer|national rate|gbp|operator|fancy|50p|charged|per min|dating|free ?msg|sexy|unsub|winner|collection|16\+|congrats?|poly|vouchers?|girls?|t&c|holiday|land ?line|award|guaranteed|18\+|nokia|p ?o ?box|urgent|prize|won|claim)\b/ nocase
        $british_3 = " ur " nocase
        $british_4 = " u " nocase
        $british_5 = "-bt" nocase
        $british_6 = "p/min" nocase
        $british_7 = "p per min" nocase
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
        $uk_dots = /\b(090|091|087)[0-9]{1,5}\.[0-9]{2,4}\.[0-9]{2,4}/
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
        $pence = /[0-9](0p|4p|1p|0 p|3p|5 p|6p|8p|2p|5p|7p|9p)p?(pmsg|ptxt|\/call|\/wk| a (min|msg|text|txt)|\/msg|pm\b|\/min|wk\b|min\b|msg| ?per)/ nocase
        $pound = /[0-9]p? ?(pence (per|a) |\/mess|\/poly|per mess|per text|per txt|per tone|per call|per sms|p\/wk|p\/msg|p\/min|p\/sms|\/call|per wk|\/text|\/sms|\/txt|per msg|per week|\/tone|\/mt|\/wk|per min|\/msg|\/min|\/week)/ nocase
        $std = /\b(local|normal|standard|std|norm|national|network) ?(network|sms|op|msg|text|txt|call)? ?(rate|rates|charges|chgs|charge) ?(apply|may apply|applies|app)?/ nocase
        $free_first = /\b(1st|first) ?(wk|week|5|3)? ?(free|tones?|month|msg)/ nocase
        $max = /\b(max|maximum) ?(\d{1,2}|of)? ?(mins?|texts|msgs|month)/ nocase
        $bt = /\bbt[ -](national|nat)/ nocase
        $tcs = /(t's&c|ts&c|ts & c|t&c|tcs |tc's|terms ?and ?cond|conditions apply|terms apply)/ nocase
        $over16 = /(\+16|\+18|\bo\/?18|over 1[68]|18 ?only|1[68] ?yrs|age ?1[68]|16\+|18\+)/ nocase
        $pobox = /\bp\.?o\.? ?box ?\d{0,9}/ nocase
        $cost = /\b(rec\'d|subscription|rcvd|charged|subs|received?|costs?) .{0,8}[0-9]/ nocase
        $to_receive = /([0-9]\.[0-9]{2} ?to (rcv|receive)|\bgbp ?\/ ?(sms|msg|mtmsg)|std chgs?|ntwk chg|msgs? cst|been (billed|charged) [0-9]{2,3}p)/ nocase
    condition:
        any of ($pence, $pound, $bt, $to_receive) or 2 of ($std, $free_first, $max, $tcs, $over16, $pobox, $cost)
}

rule price_of_answering {
    meta:
        title = "An answer that costs"
        category = "junk"
        weight = 20
        why = "Who wants an answer does not charge for it; a paid chat does."
    strings:
        $back = "back" nocase fullword
    condition:
        price_per_message and $back and way_to_answer
}

rule text_to_shortcode {
    meta:
        title = "Text a word to a short number"
        category = "junk"
        weight = 45
        unmasks = true
        why = "Answering starts a paid service."
    strings:
        $to = /(2 6|to0|to8|to6|to: ?|to 3|2 8|on 6|to 4|to 1|to 7|to 9|to 5|on 8|to 2|to no\.? ?|to 6|to 8)[0-9]{3,5}\b/ nocase
        $texting = /\b(sms|msg|reply|send|text|txt)\b/ nocase
        $tr = /\b(yaz|yazip|yazin)\b.{0,40}\b\d{4}( ?'?(e|a|ye|ya))?\b.{0,10}\b(gonder|yolla|sms)/ nocase
        $tr_2 = /[0-9]{4} ?\'?(ya|na|ye|ne|e|a) (gonder|yolla|sms)/ nocase
        $plan_1 = "% of your data" nocase
        $plan_2 = "mababa na ang load" nocase
        $plan_3 = "low on load" nocase
        $tr_plan = /(\bb0[0-9]{2}\b|\b(gb|dk|tl)\b|(red|ret|rdd|hayir|iptal)( yaz)? ?[0-9]{4})/ nocase
        $id = /\b(ketik|ktk|balas)\b.{1,40}\b(kirim|krm|kirm|ke [0-9])/ nocase
        $es = /\b(envia|enviar|manda|envie)\b.{1,40}\b(al|a|para|para o)\b ?[0-9]{4,6}\b/ nocase
        $stop = /\b(arret|unreg|iptal|opt-out|optout|unsub|quit|block|cancel|help|stop)[\'" ]{1,3}(to|on|vers|au|ke) ?[0-9]{4,6}\b/ nocase
    condition:
        (($to and $texting) or $id or $es or (($tr or $tr_2) and not $tr_plan)) and not ($stop and #to < 2) and not any of ($plan_*)
}

rule ringtone_service {
    meta:
        title = "Ringtones, logos and other phone content"
        category = "junk"
        weight = 50
        why = "Content subscriptions sold by SMS."
    strings:
        $what = /\b(real ?tones?|colou?r ?screens?|picture ?msgs?|hello ?tunes?|caller ?tones?|ringback|rbt|nada sambung pribadi|nsp|true ?tones?|wallpapers?|mobile (content|games|video)|mono(phonic)?|java games?|videophones?|caller ?tunes?|arcade|polys|camcorder|logos?|tones|ring ?tones?|poly(phonic)?( ?tones?)?)\b/ nocase
        $sell_1 = "new" nocase fullword
        $sell_2 = "latest" nocase fullword
        $sell_3 = "get" nocase fullword
        $sell_4 = "from" nocase fullword
        $per_1 = "week" nocase
        $per_2 = "0p" nocase
        $per_3 = "gbp" nocase
    condition:
        $what and (way_to_answer or bait or any of ($sell_*)) and (money_sign or number or link or any of ($per_*))
}

rule text_a_keyword {
    meta:
        title = "Answer with a keyword"
        category = "junk"
        weight = 20
        why = "A word in capitals to send back starts an order."
    strings:
        $keyword = /\b(Txt|TXT|Text|TEXT|Reply|REPLY|Rpl|RPL|Send|SEND|SMS|ketik|Ketik|KETIK|rpl|sms|reply|send|text|txt) (back |with |the word |ur |your )?["\']?[A-Z]{3}/
        $answer = /(Txt|TXT|Text|TEXT|Reply|REPLY|Rpl|RPL|Send|SEND|SMS|ketik|Ketik|KETIK|rpl|sms|reply|send|text|txt) (back |with |the word |ur |your )?["\']?(YES|STOP|HELP|END|INFO|OUT|CANCEL|UNSUB|QUIT|OTP|CODE|BLOCK|BAL|ASAP|PIN|TIDAK)\b/
        $no = "sms NO"
    condition:
        $keyword and #keyword > #answer + #no
}

rule voicemail_bait {
    meta:
        title = "A message waits at a number"
        category = "junk"
        weight = 50
        why = "\"You have a message, call this number\": real mailboxes have short, known numbers."
    strings:
        $wait = /\b((new|unread|urgent|important) (voice ?mail|message|msg|customer service announcement|announcement)|missed call alert|(message|announcement) (is )?waiting|message for you)\b/ nocase
        $premier = /\bcustomer service announcement\b/ nocase
    condition:
        ($wait and phone_number and way_to_answer) or $premier
}

rule paid_content_notice {
    meta:
        title = "Notice of paid content"
        category = "junk"
        weight = 50
        why = "Delivery notes of subscriptions by SMS."
    strings:
        $content = /\b(adult content|video clip|downloaded? (the|ur|your) content|ordered a ringtone|hot downloads|adult 18|subscription (has been|is) (renewed|activated|active)|your content|ur content|content order|video will be|mobile content)\b/ nocase
        $tone = /(recei?v(e|ing)|recieve) [a-z\' ]{0,30}tone\b/ nocase
        $content_2 = "the content you" nocase
        $bill = /\b(paid for|within the next|with you shortly|renewed|deducted|processed|billed|order is|shortly|goto|received|password|for free|charged|download|enjoy|go to|collect)\b/ nocase
    condition:
        any of ($content*, $tone) and $bill
}

rule unredeemed_points {
    meta:
        title = "Unredeemed points to call for"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Points from an account statement that nobody has; the call is what costs."
    strings:
        $points = /un-?redeemed( [a-z. ]{2,14})? points\b/ nocase
    condition:
        $points and way_to_answer
}

rule handset_upgrade {
    meta:
        title = "Free handset or better tariff"
        category = "junk"
        weight = 50
        why = "Resellers call strangers about the age of their phone."
    strings:
        $phone = /\b(sim only|ericsson|samsung|iphone|handsets?|ntwk|tariffs?|camcorder|bluetooth|video ?phones?|motorola|camera phones?|line ?rental|network|mins|nokia|phones?|mobiles?)\b/ nocase
        $deal = /\b(10 ?mths?|1\/2 price|11 ?mths?|entitled to|half price|update (to|now)|upgrade|double (mins|minutes|txt|texts?)|latest (handset|motorola|sony|colou?r|camera|nokia|phones?))\b/ nocase
        $deal_2 = /free (samsung|handset|bluetooth|motorola|sony|minutes|colou?r|entry|camera|video|mins|nokia|phone|mobile|texts?)\b/ nocase
        $deal_3 = "for free" nocase
        $deal_4 = "4 free" nocase
        $deal_5 = "had your mobile" nocase
        $deal_6 = "had your phone" nocase
        $free_phone = /\b0(800|808|845)[0-9 ]{6,9}\b/
    condition:
        $phone and (any of ($deal*) and #phone + #deal + #deal_2 + #deal_3 + #deal_4 > 2 and way_to_answer) or (any of ($deal*) and $free_phone)
}

rule contest_to_enter {
    meta:
        title = "Contest to enter by message"
        category = "junk"
        weight = 50
        why = "Quizzes and auctions whose entry is the product."
    strings:
        $quoted = /\b(reply|txt|text|send)( back)?( with)?:? ["\'][a-z]{2}/ nocase
        $start = /^\W{0,3}win (\xc2\xa3|up to|\$|rs|cash|your|an|the|a)\b/ nocase
        $choice_1 = "a, b or c" nocase fullword
        $choice_2 = "a,b or c" nocase fullword
        $choice_3 = "a, b, or c" nocase fullword
        $choice_4 = "a, b, c" nocase fullword
        $choice_5 = "a,b,c" nocase fullword
        $choice_6 = "a/b/c" nocase fullword
        $option_1 = " b-" nocase
        $option_2 = " b:" nocase
        $option_3 = " b)" nocase
        $option_4 = " b." nocase
        $win = /\b(sudoku|question is|next question|comp to win|trivia|enter (our|the|in2|into)|u can win|wkly comp|lucky day|urawinner|entry in|take part|quiz|weekly (draw|comp)|free entry|chance (to|2) win|auction|(2|to) win|win (£|up to|\$|rs|cash|free|ur|your|an|the|a))/ nocase
        $prize = /\b(xbox|plasma|gadgets?|headset|fa cup|bike|jersey|iphones?|ipad|mp3|dvd|gold|ipods?|laptop|bluetooth|tickets?|trip|vouchers?|holiday|nokia|final|prize|cash)/ nocase
    condition:
        ($win and ($prize or money_sign) and way_to_answer and (number or link or $quoted)) or ($start and $prize) or (any of ($choice_*) and any of ($option_*))
}

rule urgent_contact_attempt {
    meta:
        title = "\"We are trying to contact you\""
        category = "junk"
        weight = 40
        why = "The opening of prize and claims calls."
    strings:
        $try = /\b(trying|tried|attempt(ed)?) (\d\w{0,20} )?to (contact|reach) (u|you)\b/ nocase
        $urgent = /urgent!{0,3} .{0,30}\b(contact|call|mobile|your)\b/ nocase
        $waiting = /\b(is|are)? ?(awaiting|awaits|waiting for) (collection|your claim)\b/ nocase
        $way = /\b(landline|claim|prize|your (account|offer)|delivery of)\b/ nocase
        $sale = /\b(holiday|land ?line|draw|award|guaranteed|prize|claim)\b/ nocase
    condition:
        ($try and ($way or phone_number)) or ($waiting) or ($urgent and $sale)
}

rule adult_chat {
    meta:
        title = "Sex or dating service"
        category = "junk"
        weight = 50
        why = "Chat lines, dating and adult content sold to strangers."
    strings:
        $en_1 = /\b(dirty|lonely|filthy|horny|naughty|local|single|lovely|bored|sexy|hot|real) (milfs?|wives|housewives|women|singles|moms|chicks?|ladies|photos?|men|guys|people|girls?|babes?|chat|pics?)\b/ nocase
        $en_2 = /\b(onlyfans{0,2}|phone ?sex|escorts?|nudes?|milf|webcam (girls?|show)|adult (chat|content|dating|sms)|erotic|sexy ?chat|filthy (stories|guys|girls)|adult part(y|ies)|babe videos?|sexy (photos?|pics?|new)|sex ?(chat|date|line|vid|cam)|sexiest|knickers|nasty|hardcore|explicit|gay (chat|line|men)|porno?|naked|xxx (pics?|vids?|videos?)|wet|get laid|dogging)\b/ nocase
        $en_3 = /\b(crush on|meet (locals?|girls|women|guys|singles)|date (local|someone)|(ur|your) (admirer|mystery)|chat (and|n) date|date ?(line|-?box)|chat ?(lines?|room)|hook ?up|fancies (you|u)|secret admirer|flirt(ing)?|dating (service|line|site|app))\b/ nocase
        $en_4 = "someone who knows" nocase
        $en_5 = "someone u know" nocase
        $en_6 = "someone you know" nocase
        $en_7 = "thinks you" nocase
        $en_8 = "looking 4 sex" nocase
        $en_9 = "looking for fun" nocase
        $en_10 = "looking for sex" nocase
        $en_11 = "contact u" nocase fullword
        $wait_1 = "girls waiting" nocase
        $wait_2 = "girls are waiting" nocase
        $wait_3 = "girls r waiting" nocase
        $wait_4 = "babes waiting" nocase
        $wait_5 = "babes are waiting" nocase
        $wait_6 = "women waiting" nocase
        $wait_7 = "singles waiting" nocase
        $wait_8 = "ladies waiting" nocase
        $see_1 = "see my xxx" nocase
        $see_2 = "see my nude" nocase
        $see_3 = "see my naked" nocase
        $see_4 = "see my sexy" nocase
        $see_5 = "see my naughty" nocase
        $see_6 = "see my dirty" nocase
        $dial = /\b(Text|TEXT|Reply|REPLY|Call|CALL|Send|SEND|reply|send|text|txt|call) [A-Z]{2}/
        $tr = /\b(sohbet hatti|canli sohbet|atesli|kizlarla|sevgilim yaz|sevgili ariyor|hemen tanis|ask yaz)/ nocase
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
        (any of ($en_1, $en_2) and (way_to_answer or any of ($wait_*, $see_*))) or (any of ($en_3, $en_4, $en_5, $en_6, $en_7, $en_8, $en_9, $en_10, $en_11) and way_to_answer and (number or link or $dial)) or $es or $id or $tr or any of ($zh_*) or any of ($ja_*) or any of ($ru_*) or ($emoji and way_to_answer)
}
