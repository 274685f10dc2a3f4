// Tolls, fines, taxes and benefits: fraud in the name of an authority.

rule unpaid_toll {
    meta:
        title = "Unpaid toll"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Toll agencies send bills by post; a small sum, a threat and a link are a phishing kit sold by the thousand."
    strings:
        $toll_en = /\b(sun ?pass|fas ?trak|peach ?pass|i-?pass|k-?tag|pike ?pass|turnpike|toll ?road|toll ?way|express ?lanes?|linkt|etoll|e-toll|dart ?charge|congestion charge|ulez|tx ?tag|e-?z ?-?pass|fastag|tolls?)\b/ nocase
        $toll = /\b(portagem|tolgeld|opratnina|bompenger|vignette|crit'?air|ogs|hgs|autosvez|myto|plata rovinieta|rovinieta|tarjeta de circulacion|peaje|pedaggio|mautgebuhr|pedagio|tol\b|peage|maut)/ nocase
        $due_en = /\b(past due|not paid|non-?payment|unsettled|owing|violation|excessive|overdue|invoice|owed|penalt(y|ies)|owe|outstanding|settle|balance|unpaid|pending|due|late fees?)\b/ nocase
        $due = /\b(impaga|sin pagar|multa|pendente|em atraso|divida|mancato|unbezahlt|ausstehend|openstaand|obetald|ubetalt|majoration|non regle|odenmemis|ihlal|ceza|nezaplacen|restant|niezaplac|borc|non pagat|onbetaald|impaye|recargo|mahnung|offen|48 ?h|pendiente)/ nocase
        $ru_1 = " платн"
        $ru_2 = "проезд"
        $ru_3 = "дорог"
        $ru_due = "оплат"
        $ru_due_2 = "задолженност"
        $zh_1 = "ETC"
        $zh_2 = "高速"
        $zh_3 = "通行费"
        $zh_due_1 = "失效"
        $zh_due_2 = "认证"
        $zh_due_3 = "未支付"
        $zh_due_4 = "停用"
        $zh_due_5 = "过期"
        $ja_1 = "ETC"
        $ja_due_1 = "未払"
        $ja_due_2 = "サービス"
        $ja_due_3 = "無効"
        $he_1 = "כביש 6"
        $zh_never = "不会索取"
        $he_never = "הונאה"
        $he_due_1 = "חוב"
        $he_due_2 = "לא שולם"
        $ar_1 = "رسوم الطريق"
        $ar_2 = "سالك"
        $ar_due_1 = "غير مدفوعة"
        $ar_due_2 = "مستحقة"
    condition:
        ($toll_en and $due_en and (link or (way_to_answer and filesize < 400 and #due_en > 1))) or (($toll or $toll_en) and $due and link)
        or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_due*) and link) or (any of ($zh_1, $zh_2, $zh_3) and any of ($zh_due_*) and not $zh_never) or ($ja_1 and any of ($ja_due_*) and link)
        or ($he_1 and any of ($he_due_*) and not $he_never) or (any of ($ar_1, $ar_2) and any of ($ar_due_*) and link)
}

rule tax_or_benefit {
    meta:
        title = "Tax refund or benefit by link"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Authorities refund to the account they know and write by post."
    strings:
        $agency_en = /\b(ato|my ?gov|revenue|dvla|treasury|social security|medicaid|stimulus|relief|centrelink|service canada|pm ?kisan|epfo|philhealth|ayuda|unemployment|energy (bill )?(support|rebate|discount|grant)|cost of living|subsidy|bpjs|snap benefits|ebt|eidl|student aid|government|medicare|dswd|student ?loan|loan forgiveness|itr|benefit|hmrc|gov\.?uk|nhs|grant|govt|covid|federal|irs|tax)\b/ nocase
        $money_en = /\b(repayment|overpa(id|yment)|relief|stimulus|check eligibility|allowance|discharge|cancell?ation|subsidy|eligible|recalculated|rebate|owed|assistance|benefits?|pre-?approved|forgiv(en|eness)|compensation|grant|unclaimed|entitled|payment|bonus|refund|credit)\b/ nocase
        $de_1 = /\b(elster|bundesfinanz|steuer|zollamt|dgfip|la caf|votre caf|cpam|antai|france ?connect|hacienda|sunat|inps|toeslagen|skatteverket|skatte(etaten)?|urzad skarbowy|gelir idaresi|pajak|financas|seguranca social|serasa|detran|anaf|dian|skat|ameli|assurance maladie|carte vitale|e-?devlet|agenzia (delle )?entrate|belastingdienst|impots?|finanzamt|agencia tributaria|receita federal)\b/ nocase
        $de_2 = /\b(ruckerstattung|ruckzahlung|guthaben|trop-?percu|prime|devolucion|bonifico|terugbetaling|teruggaaf|aterbaring|tilbagebetaling|tilbakebetaling|zwrot|nadplat|destek|pengembalian|bantuan|subsidi|apoyo|bono|sussidio|divida|coima|multa|negativad|teruggave|aide|iade|odeme|restituicao|rimborso|amende|erstattung|remboursement|rembours|reembolso|beca)/ nocase
        $ru_1 = "налог"
        $ru_2 = "выплат"
        $ru_3 = "пособи"
        $ru_4 = "компенсац"
        $ru_ok = "получ"
        $ar_1 = "دعم"
        $ar_2 = "الدعم"
        $ar_3 = "مساعدة مالية"
        $ar_4 = "إعانة"
        $he_1 = "החזר מס"
        $he_2 = "מענק"
        $he_3 = "רשות המיסים"
        $zh_1 = "退税"
        $zh_2 = "补贴"
        $zh_3 = "社保"
        $zh_4 = "国务院"
        $zh_ok_1 = "领取"
        $zh_ok_2 = "申领"
        $zh_ok_3 = "办理"
        $ja_1 = "還付金"
        $ja_2 = "国税庁"
        $ja_3 = "給付金"
        $ja_4 = "未納"
        $ja_5 = "差押"
        $ko_1 = "지원금"
        $ko_2 = "환급"
        $ko_3 = "재난지원"
        $th_1 = "เงินเยียวยา"
        $th_2 = "คืนภาษี"
    condition:
        link and (($agency_en and $money_en) or ($de_1 and $de_2) or (any of ($ru_1, $ru_2, $ru_3, $ru_4) and $ru_ok) or any of ($ar_*) or any of ($he_*)
            or (any of ($zh_1, $zh_2, $zh_3, $zh_4) and any of ($zh_ok_*)) or any of ($ja_*) or any of ($ko_*) or any of ($th_*))
}

rule fine_or_licence {
    meta:
        title = "Fine, licence or court threat"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Courts and motor authorities do not threaten by SMS with a payment link."
    strings:
        $agency = /\b(dvla|dvsa|citation|violation|pcn|vehicle registration|driver\'?s? licen[cs]e|e-?challan|challan|registration (suspended|revoked)|subpoena|prosecut|legal action|speed(ing)? camera|dept of transport|parking (charge|ticket|fine|violation)|enforcement|dmv|penalty|court|traffic|warrant|ticket|fined?|licen[cs]e suspen)\b/ nocase
        $threat = /\b(revok(e|ed)|prosecut(e|ed|ion)|before enforcement|legal action|overdue|resolve|penalt(y|ies)|arrest|outstanding|payment|fine|unpaid|final (notice|warning|reminder)|pay (now|immediately|today|before|within)|late fees?|suspen(d|ded|sion))\b/ nocase
        $fr = /\b(contravention|infraction|bussgeld|strafzettel|knollchen|multa|sancion|coima|infracao|verbale|contravvenzione|boete|cjib|bote|mandat|trafik ceza|hgs ceza|tilang|e-?tilang|sepulangan|saman|amende)\b/ nocase
        $fr_due = /\b(non regle|majoree?|bezahlen|begleichen|impag|pagare|betalen|odenmemis|konfirmasi|segera|vermeiden|pagar|odeme|pagament|impaye|reglez|non pagat|betaal|odeyin|bayar|eviter|evitar|mahnung|48 ?h|pendiente|pague)/ nocase
        $ru_1 = "штраф"
        $ru_2 = "постановлени"
        $ru_due = "оплат"
        $zh_1 = "违章"
        $zh_2 = "罚款"
        $zh_3 = "法院"
    condition:
        link and (($agency and $threat) or ($fr and $fr_due) or (any of ($ru_1, $ru_2) and $ru_due) or any of ($zh_*))
}

rule digital_arrest {
    meta:
        title = "Officer who threatens arrest"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Police and customs do not open a case by SMS with a number to call."
    strings:
        $who = /\b(ncb|cyber ?crime|fbi|interpol|immigration|investigation|supreme court|high court|enforcement directorate|social security|cbi|narcotics|aadhaa?r|police|federal|customs|trai|parcel)\b/ nocase
        $crime = /\b(money laundering|mdma|seized|case (has been )?(registered|filed)|criminal|suspended due to|legal (notice|consequences|action)|illegal (activit(y|ies)|items?|transactions?)|warrant|arrest(ed)?|drugs?)\b/ nocase
    condition:
        $who and $crime and phone_number and urgent
}

rule epidemic_pretext {
    meta:
        title = "Test kit or pass by link"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Epidemics are a pretext for card forms."
    strings:
        $what = /\b(omicron|vaccin(e|ation)|green pass|pcr|test kit|coronavirus|corona|nhs|covid(-?19)?)\b/ nocase
        $act = /\b(relief|order (a|your) |test kit|tested positive|in (close )?contact with|book (a|your)|recommends|required|pass|fine|apply|claim)\b/ nocase
        $official = /\b(nhs\.uk|gov\.uk\/|cdc\.gov|who\.int|cowin\.gov\.in)\b/ nocase
    condition:
        $what and $act and link and not $official
}
