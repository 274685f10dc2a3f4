// Business with the receiver that is no advertising and no emergency.

rule bill_or_service_notice {
    meta:
        title = "Bill, account or service notice"
        category = "transaction"
        weight = -15
        why = "Plans, bills and school or weather notices concern the receiver and sell nothing."
    strings:
        $bill = /\b(your|ur|the|dear customer|a) [a-z ,.'-]{0,40}(autopay|service request|invoice|instal?lment|premium|complaint|recharge|subscription|application|emi|request|statement|payment|ticket|order|bill)\b.{0,80}\b(was (received|paid|successful|processed)|thank you for (your )?payment|has been (generated|resolved|processed|registered|paid|received|successful)|due (on|date|by)|receipt|is (ready|generated|successful|available)|successful|is due)\b/ nocase
        $school = /\b(school|class(es)?|office|library|clinic) (is |are |will be )?(closed|cancelled|canceled|delayed|open)\b/ nocase
        $alert = /\b(tornado|amber|evacuation|nws|earthquake|boil water|flood|emergency|tsunami|storm|weather) (alert|warning|watch|advisory|notice)\b/ nocase
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
        $en = /\b(stay (safe|alert)|be (alert|aware|cautious|vigilant)|report (any )?(suspicious|fraud|spam)|no bank (official|employee)|beware of|protect yourself|(do not|don\'?t|does not|will not|won\'?t) (ever )?(ask for|disclose|request|reveal|share|respond)|never (disclose|reveal|click|share|give|asks?|send|calls?))\b/ nocase
        $what = /\b(card details|phishing|suspicious (links?|calls?|messages?)|credentials|unknown links?|cvv|bank details|scam(s|mers?)?|sensitive information|personal (information|details)|fraud(sters?|ulent)?|passwords?|otp|pin|account details)\b/ nocase
        $tr = /\b(kimseyle paylasmayin(iz)?|dolandirici(lik)?|sifrenizi|itibar etmeyin(iz)?)\b/ nocase
        $id = /\b(jangan (berikan|beritahu|pernah|bagikan)|waspada(lah)?|penipuan|kerahasiaan)\b/ nocase
        $tl = /\b(huwag (ibigay|i-?click|magbigay|maniwala)|mag-?ingat|beware of scams?)\b/ nocase
        $es = /\b(nunca (pida|te pedir|le pedir|pede|informe|compartilhe|comparta|solicit)|no comparta|ne (communiquez|partagez) jamais|geben sie .{0,30} niemals|niemals (weiter|preis)|non (comunicare|condividere)|deel .{0,20} (nooit|niet))/ nocase
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
        $ask = /\b(rate (your|our|us)|feedback|memnun kald|degerlendir|satisfied with|just spoke to)/ nocase
        $ask_2 = "how was your" nocase
        $ask_3 = "how did we" nocase
        $ask_4 = "tell us about" nocase
    condition:
        any of ($ask*) and not bait
}

rule contact_invitation {
    meta:
        title = "Invitation of a contact service"
        category = "transaction"
        weight = -20
        why = "Somebody the receiver may know has added the number."
    strings:
        $added = /added (you|u) (as a contact|(in|to) (their|his|her|my|the) (contact|phone ?book|friend|network)|as a friend)/ nocase
    condition:
        $added
}
