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
