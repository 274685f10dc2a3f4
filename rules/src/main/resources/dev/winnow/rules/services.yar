// Subscriptions, utilities, carriers and help desks that need your card at once.

rule subscription_payment_failed {
    meta:
        title = "Subscription payment failed"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Streaming and cloud services say so in their app, not with a link to a card form."
    strings:
        $brand = /\b(disney|spotify|hulu|prime|google (one|play)|youtube|paramount|peacock|xbox|playstation|office ?365|norton|mcafee|instagram|storage|antivirus|hbo max|vpn|icloud|subscription|membership|facebook|geek ?squad|netflix|microsoft|apple|amazon|whats ?app|billing|account)\b/ nocase
        $fail = /\b(could ?n.?t (be )?(process|authori[sz]e|charge)|could not (authori[sz]e|process)|unable to (process|charge|renew|bill)|are paused|payment (declined|method|error|failed|issue|problem|could|has|was)|(card|payment|billing) (was |has been |is )?(declined|invalid|rejected|on hold|failed|expired)|update (your )?(billing|payment|card)|is (on hold|paused|suspended|full|almost full)|auto-?renew|renew(al|s|ed)?|will be (cancel{1,3}ed|terminated|deleted|paused|suspended)|expired?)/ nocase
        $foreign = /\b(pago (fallido|rechazado)|no (se )?(pudo|ha podido) (procesar|cobrar)|actuali[cz](a|e|ar) (su|tu|seus|os|i) (pago|datos|metodo|dados|dati)|paiement (refuse|echoue|rejete)|mettre a jour (vos|votre|vos informations)|zahlung (fehlgeschlagen|abgelehnt)|zahlungs(daten|methode|information)|betaalgegevens|pagamento (recusado|falhou|rifiutato|non riuscito)|odemeniz (alinamadi|basarisiz|reddedildi)|pembayaran (gagal|ditolak)|aboneliginiz|langganan|suscripcion|abonnement|assinatura|abbonamento|prenumeration|abonement|betaling (is )?(mislukt|geweigerd))/ nocase
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
        $what = /\b(meter|bijli|listrik|electricidad|kuryente|meralco|gas (supply|bill|connection)|(your|the) gas|strom|pln|water|power|energy|light|internet|electricity|electric)\b/ nocase
        $cut = /\b(cut ?off|will be cut|shut ?off|interrupted|turned off|kat jayegi|kaat|diputus|pemutusan|corte|cortad[ao]|desconect|abgestellt|abschaltung|coupure|puputulan|shutoff|terminated|disconnect(ed|ion)?|dis-?connect)\b/ nocase
        $urgent = /\b(non-?payment|previous month|bill (was |is )?not|overdue|officer|aujourd|hari ini|heute|hoje|unpaid|update|contact|call)\b/ nocase
        $planned = /\b(scheduled|maintenance|maintenance work|restored|outage map|interruption schedule|planned)\b/ nocase
    condition:
        $what and $cut and ($urgent or urgent) and (link or phone_number) and not $planned
}

rule fake_help_desk {
    meta:
        title = "Help desk that calls itself"
        category = "junk"
        weight = 40
        unmasks = true
        why = "Support lines do not start the call; invented viruses, renewals and security desks do."
    strings:
        $who = /\b(norton|mcafee|apple security|security (desk|team|department)|amazon (support|security)|defender|support (team|desk)|help ?desk|icloud|windows|apple support|best ?buy|fraud (department|center|centre|team|prevention)|tech(nical)? support|geek ?squad|microsoft|paypal|customer (support|service|care))\b/ nocase
        $deny = /(to (cancel|dispute|refund|stop)\b|did not|didn.?t|not you)/ nocase
        $what = /\b(infected|hacked|breach|permanent closure|closure|log ?in attempt|sign-?in attempt|invoice|virus|compromised|unauthori[sz]ed|unusual|subscription|suspicious|auto-?renew|annual plan|renew(s|ed|al)?|charged|expired?|order|plan)\b/ nocase
    condition:
        $who and $what and phone_number and way_to_answer and (urgent or $deny)
}

rule reward_points_expire {
    meta:
        title = "Points expire tonight"
        category = "junk"
        weight = 40
        unmasks = true
        why = "Carriers and banks do not let points lapse by a link; the form asks for the card."
    strings:
        $points = /\b(reward points?|puntos|pontos|punti|puan|mercado puntos|miles|cash ?back|loyalty|rewards?|points|poin)\b/ nocase
        $end = /\b(last day|will lapse|hangus|caduca[nr]?|scad(e|ono)|resgate|canje(a|ar)?|segera|ditukar|son gun|expira[mr]?|about to|vencen?|vence[mr]?|redeem|expir(e|es|ed|ing|y)|tonight|claim|today)\b/ nocase
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
        $gift = /\b(complete (the|this|our|a) (short |quick )?survey|take (the|our|a|this) (short |quick |\d{1,9} ?(sec|min)[a-z]{0,20} )?survey|paid (your |the )?(bill|invoice)|thanks?( you)? for (your )?(payment|paying|being)|gift (for you|card|waiting)|bill (is|was|has been) paid|unclaimed (funds?|reward|parcel|package|gift|money)|(exclusive|small|surprise|little|thank you|special|free) (gift|reward|freebie|something|bonus))\b/ nocase
    condition:
        link and (($gift and (#gift > 1 or $free_msg or filesize < 220)) or ($free_msg and $gift))
}

rule shop_alarm_by_telephone {
    meta:
        title = "A shop's alarm with a number to call"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Shops and exchanges show a strange sign-in in their app and have no line to call; banks do and are not named here."
    strings:
        $shop = /\b(amazon|ebay|netflix|icloud|apple id|coinbase|binance|kraken)\b/ nocase
        $event_1 = "unusual" nocase
        $event_2 = "suspicious" nocase
        $event_3 = "unauthori" nocase
        $event_4 = "sign-in" nocase
        $event_5 = "login" nocase
        $event_6 = "charged" nocase
        $event_7 = "withdrawal" nocase
        $deny_1 = "not you" nocase fullword
        $deny_2 = "wasn't you" nocase
        $deny_3 = "n't authori" nocase
        $deny_4 = "not authori" nocase
        $deny_5 = "n't request" nocase
        $deny_6 = "not request" nocase
        $call = "call" nocase fullword
    condition:
        $shop and any of ($event_*) and any of ($deny_*) and $call and phone_number
}
