// Business with the receiver that is no advertising and no emergency.

rule bill_or_service_notice {
    meta:
        title = "Bill, account or service notice"
        category = "transaction"
        weight = -15
        why = "Plans, bills and school or weather notices concern the receiver and sell nothing."
    strings:
        $bill = /\b(your|ur|the|dear customer|a) [a-z ,.'-]{0,40}(bill|statement|invoice|premium|autopay|payment|recharge|emi|instal?lment|order|ticket|request|complaint|service request|subscription|application)\b.{0,80}\b(is due|due (on|date|by)|has been (received|paid|generated|processed|registered|resolved|successful)|was (received|paid|successful|processed)|is (ready|generated|successful|available)|successful|receipt|thank you for (your )?payment)\b/ nocase
        $school = /\b(school|class(es)?|office|library|clinic) (is |are |will be )?(closed|cancelled|canceled|delayed|open)\b/ nocase
        $alert = /\b(weather|flood|storm|tornado|amber|emergency|evacuation|nws|tsunami|earthquake|boil water) (alert|warning|watch|advisory|notice)\b/ nocase
        $data = /\b(you have (used|consumed)|data (usage|balance|pack)|remaining (data|balance|minutes)|validity|talktime)\b.{0,60}\b(\d|gb|mb|expires|valid)/ nocase
    condition:
        any of them
}

rule safety_advice {
    meta:
        title = "Safety advice"
        category = "transaction"
        weight = -30
        why = "Banks warn of fraud in the words of fraud; they ask for nothing."
    strings:
        $en = /\b(never (asks?|calls?|share|disclose|reveal|give|click|send)|(do not|don'?t|does not|will not|won'?t) (ever )?(share|ask for|disclose|reveal|call|request|respond)|beware of|stay (safe|alert)|be (alert|aware|cautious|vigilant)|protect yourself|report (any )?(suspicious|fraud|spam)|no bank (official|employee))\b/ nocase
        $what = /\b(otp|pin|passwords?|cvv|card details|account details|bank details|fraud(sters?|ulent)?|phishing|scam(s|mers?)?|suspicious (links?|calls?|messages?)|personal (information|details)|sensitive information|credentials|unknown links?)\b/ nocase
        $tr = /\b(kimseyle paylasmayin(iz)?|dolandirici(lik)?|sifrenizi|itibar etmeyin(iz)?)\b/ nocase
        $id = /\b(jangan (berikan|beritahu|pernah|bagikan)|waspada(lah)?|penipuan|kerahasiaan)\b/ nocase
        $tl = /\b(huwag (ibigay|i-?click|magbigay|maniwala)|mag-?ingat|beware of scams?)\b/ nocase
        $es = /\b(nunca (comparta|pida|solicit|te pedir|le pedir|pede|compartilhe|informe)|no comparta|ne (communiquez|partagez) jamais|geben sie .{0,30} niemals|niemals (weiter|preis)|non (comunicare|condividere)|deel .{0,20} (nooit|niet))/ nocase
        $hi = /\b(kisi (ke saath|ko|se) (share|na|mat))\b/ nocase
    condition:
        ($en and $what) or any of ($tr, $id, $tl, $es, $hi)
}

rule feedback_request {
    meta:
        title = "Question about a service used"
        category = "transaction"
        weight = -15
        why = "Asks how a visit or a call went."
    strings:
        $ask = /\b(satisfied with|rate (your|our|us|the)|how (was|did) (your|we)|your feedback|tell us about your (visit|experience)|just spoke to|value your feedback|memnun kald|degerlendir)/ nocase
        $gift = /\b(win|gift|prize|reward|claim|free)\b/ nocase
    condition:
        $ask and not $gift
}

rule contact_invitation {
    meta:
        title = "Invitation of a contact service"
        category = "transaction"
        weight = -20
        why = "Somebody the receiver may know has added the number."
    strings:
        $added = /\b(has |have )?added (you|u) (as a contact|(in|to) (their|his|her|my|the) (contact|phone ?book|friend|network)|as a friend)/ nocase
    condition:
        $added
}
