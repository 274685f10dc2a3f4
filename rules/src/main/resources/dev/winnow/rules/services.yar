// Subscriptions, utilities, carriers and help desks that need your card at once.

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

private rule phone {
    strings:
        $number = /(\+|\(|0|1|2|3|4|5|6|7|8|9)[0-9]{2,4}\)?[ .-]?[0-9]{2,4}[ .-]?[0-9]{2,5}([ .-]?[0-9]{2,4})?\b/
    condition:
        $number
}

rule subscription_payment_failed {
    meta:
        title = "Subscription payment failed"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Streaming and cloud services say so in their app, not with a link to a card form."
    strings:
        $brand = /\b(netflix|disney ?\+?|spotify|hulu|prime|amazon|icloud|apple|google (one|play)|youtube|hbo|paramount|peacock|xbox|playstation|microsoft|office ?365|norton|mcafee|geek ?squad|vpn|whats ?app|facebook|instagram|subscription|membership|storage|antivirus|billing|account)\b/ nocase
        $fail = /\b(payment (failed|declined|issue|problem|method|was|has|could|error)|could ?n.?t (be )?(process|authori[sz]e|charge)|could not (authori[sz]e|process)|unable to (process|charge|renew|bill)|(card|payment|billing) (was |has been |is )?(declined|expired|rejected|failed|invalid|on hold)|update (your )?(billing|payment|card)|expired?|will be (cancel+ed|terminated|deleted|paused|suspended)|is (on hold|paused|suspended|full|almost full)|are paused|renew(al|s|ed)?|auto-?renew)/ nocase
        $foreign = /\b(pago (fallido|rechazado)|no (se )?(pudo|ha podido) (procesar|cobrar)|actuali[cz](a|e|ar) (su|tu|seus|os|i) (pago|datos|metodo|dados|dati)|paiement (refuse|echoue|rejete)|mettre a jour (vos|votre|vos informations)|zahlung (fehlgeschlagen|abgelehnt)|zahlungs(daten|methode|information)|betaling (is )?(mislukt|geweigerd)|betaalgegevens|pagamento (recusado|falhou|rifiutato|non riuscito)|odemeniz (alinamadi|basarisiz|reddedildi)|pembayaran (gagal|ditolak)|aboneliginiz|langganan|suscripcion|abonnement|assinatura|abbonamento|prenumeration|abonement)/ nocase
    condition:
        link and $brand and ($fail or ($foreign and #foreign > 0))
}

rule utility_cutoff {
    meta:
        title = "Power will be cut tonight"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Utilities announce disconnection weeks ahead and in writing; a private number to call tonight is theft."
    strings:
        $what = /\b(electricity|electric|power|light|gas|water|energy|internet|meter|bijli|listrik|pln|luz|electricidad|strom|gaz|kuryente|meralco)\b/ nocase
        $cut = /\b(disconnect(ed|ion)?|dis-?connect|cut ?off|will be cut|shut ?off|terminated|interrupted|turned off|kat jayegi|kaat|diputus|pemutusan|corte|cortad[ao]|desconect|abgestellt|abschaltung|coupure|puputulan|shutoff)\b/ nocase
        $urgent = /\b(today|tonight|immediately|within|now|previous month|bill (was |is )?not (been )?(updated?|paid)|officer|non-?payment|unpaid|overdue|avoid|update|call|contact|urgent|hoy|hari ini|heute|aujourd|hoje)\b/ nocase
        $planned = /\b(planned|scheduled|maintenance|maintenance work|restored|outage map|interruption schedule)\b/ nocase
    condition:
        $what and $cut and $urgent and (link or phone) and not $planned
}

rule fake_help_desk {
    meta:
        title = "Help desk that calls itself"
        category = "junk"
        weight = 40
        unmasks = true
        why = "Support lines do not start the call; invented viruses, renewals and security desks do."
    strings:
        $who = /\b(geek ?squad|norton|mcafee|microsoft|windows|apple support|apple security|security (desk|team|department)|fraud (department|center|centre|team|prevention)|tech(nical)? support|support (team|desk)|amazon (support|security)|paypal|help ?desk|customer (support|service|care)|icloud|best ?buy|defender)\b/ nocase
        $what = /\b(auto-?renew|renew(s|ed|al)?|annual plan|plan|charged|invoice|order|subscription|virus|infected|hacked|breach|unusual|suspicious|unauthori[sz]ed|permanent closure|closure|compromised|log ?in attempt|sign-?in attempt|expired?)\b/ nocase
        $call = /\b(call|dial|contact|phone|toll ?free)\b.{0,50}(\+|\(|0|1|8)[0-9 ().-]{8,17}/ nocase
        $now = /\b(immediately|urgent|now|within|24 ?h|to (cancel|avoid|dispute|refund|stop)|today|asap|did not|didn.?t|not you)\b/ nocase
    condition:
        $who and $what and $call and $now
}

rule reward_points_expire {
    meta:
        title = "Points expire tonight"
        category = "junk"
        weight = 40
        unmasks = true
        why = "Carriers and banks do not let points lapse by a link; the form asks for the card."
    strings:
        $points = /\b(points?|reward points?|rewards?|miles|cash ?back|loyalty|bonus points|pts|poin|puntos|pontos|punti|puan|mercado puntos)\b/ nocase
        $end = /\b(expir(e|es|ed|ing|y)|redeem|about to|last day|tonight|today|will lapse|claim|hangus|caduca[nr]?|vencen?|vence[mr]?|expira[mr]?|scad(e|ono)|resgate|canje(a|ar)?|segera|ditukar|son gun)\b/ nocase
        $points_zh = "积分"
        $points_ja = "ポイント"
        $points_ru = "балл"
        $points_ar = "نقاط"
        $end_zh_1 = "过期"
        $end_zh_2 = "兑换"
        $end_zh_3 = "到期"
        $end_ja = "失効"
        $end_ru = "сгор"
        $end_ar_1 = "تنتهي"
        $end_ar_2 = "استبدل"
    condition:
        link and (($points and $end) or ($points_zh and any of ($end_zh_*)) or ($points_ja and $end_ja) or ($points_ru and $end_ru) or ($points_ar and any of ($end_ar_*)))
}

rule survey_or_gift {
    meta:
        title = "Gift for an answer or a paid bill"
        category = "junk"
        weight = 50
        why = "\"Here is a little gift for paying your bill\" leads to a card form."
    strings:
        $free_msg = /\b(free ?msg|freemsg)\b/ nocase
        $gift = /\b((little|small|special|free|surprise|thank you|exclusive) (gift|reward|freebie|something|bonus)|gift (for you|card|waiting)|complete (the|this|our|a) (short |quick )?survey|take (the|our|a|this) (short |quick |\d+ ?(sec|min)[a-z]* )?survey|paid (your |the )?(bill|invoice)|bill (is|was|has been) paid|thanks?( you)? for (your )?(payment|paying|being)|unclaimed (reward|gift|package|parcel|funds?|money))\b/ nocase
        $claim = /\b(claim|click|tap|get|collect|here|redeem|accept|receive|confirm|enjoy|grab|pick up)\b/ nocase
    condition:
        link and (($gift and $claim and (#gift > 1 or $free_msg or filesize < 220)) or ($free_msg and $gift))
}
