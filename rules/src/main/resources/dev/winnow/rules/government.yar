// Tolls, fines, taxes and benefits: fraud in the name of an authority.

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

rule unpaid_toll {
    meta:
        title = "Unpaid toll"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Toll agencies send bills by post; a small sum, a threat and a link are a phishing kit sold by the thousand."
    strings:
        $toll_en = /\b(tolls?|e-?z ?-?pass|sun ?pass|fas ?trak|tx ?tag|peach ?pass|i-?pass|k-?tag|pike ?pass|turnpike|toll ?road|toll ?way|express ?lanes?|linkt|fastag|etoll|e-toll|dart ?charge|congestion charge|ulez)\b/ nocase
        $toll = /\b(peaje|pedagio|portagem|pedaggio|maut|mautgebuhr|tolgeld|tol\b|opratnina|bompenger|vignette|crit'?air|ogs|hgs|peage|autosvez|myto|plata rovinieta|rovinieta|tarjeta de circulacion)/ nocase
        $due_en = /\b(unpaid|outstanding|overdue|past due|not paid|non-?payment|unsettled|owe|owed|owing|balance|due|late fees?|invoice|violation|excessive|penalt(y|ies)|pending|settle)\b/ nocase
        $due = /\b(pendiente|impaga|sin pagar|multa|recargo|pendente|em atraso|divida|non pagat|mancato|unbezahlt|offen|ausstehend|mahnung|onbetaald|openstaand|obetald|ubetalt|impaye|majoration|non regle|48 ?h|odenmemis|borc|ihlal|ceza|nezaplacen|restant|niezaplac)/ nocase
        $ru_1 = "платн"
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
        $he_due_1 = "חוב"
        $he_due_2 = "לא שולם"
        $ar_1 = "رسوم الطريق"
        $ar_2 = "سالك"
        $ar_due_1 = "غير مدفوعة"
        $ar_due_2 = "مستحقة"
        $way = /\b(pay|avoid|reply|visit|settle|click|tap|resolve|link)\b/ nocase
    condition:
        ($toll_en and $due_en and (link or ($way and filesize < 400 and #due_en > 1 and $way))) or (($toll or $toll_en) and $due and link) or ($toll_en and link and $way and $due_en)
        or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_due*) and link) or (any of ($zh_1, $zh_2, $zh_3) and any of ($zh_due_*)) or ($ja_1 and any of ($ja_due_*) and link)
        or ($he_1 and any of ($he_due_*)) or (any of ($ar_1, $ar_2) and any of ($ar_due_*) and link)
}

rule tax_or_benefit {
    meta:
        title = "Tax refund or benefit by link"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Authorities refund to the account they know and write by post."
    strings:
        $agency_en = /\b(irs|hmrc|gov\.?uk|gov|ato|mygov|my ?gov|cra|revenue|tax|council tax|vehicle tax|dvla|treasury|government|govt|federal|social security|ssa|sss|medicare|medicaid|stimulus|relief|grant|nhs|centrelink|service canada|income tax|itr|pm ?kisan|epfo|pf|eps|philhealth|dswd|ayuda|dole|unemployment|benefit|energy (bill )?(support|rebate|discount|grant)|cost of living|covid|subsidy|bpjs|snap|ebt|eidl|ppp|student ?loan|student aid|loan forgiveness)\b/ nocase
        $money_en = /\b(refund|rebate|repayment|overpa(id|yment)|owed|relief|stimulus|grant|benefits?|payment|eligible|entitled|unclaimed|check eligibility|pre-?approved|assistance|allowance|forgiv(en|eness)|compensation|recalculated|discharge|cancell?ation|subsidy|bonus|credit)\b/ nocase
        $claim_en = /\b(claim|apply|submit|verify|confirm|complete|visit|click|follow|tap|link|check|process|access|enrol+(ment)?|call|details|register|continue|via|receive)\b/ nocase
        $de_1 = /\b(finanzamt|elster|bundesfinanz|steuer(ruck)?|steuererstattung|zoll|impots?|dgfip|caf|ameli|cpam|assurance maladie|carte vitale|antai|france ?connect|hacienda|agencia tributaria|sat|sunat|dian|receita federal|agenzia (delle )?entrate|inps|belastingdienst|duo|toeslagen|skatteverket|skat|skatte(etaten)?|urzad skarbowy|gelir idaresi|e-?devlet|pajak|djp|dgt|financas|seguranca social|at|nav|serasa|detran|ana[fq])\b/ nocase
        $de_2 = /\b(erstattung|ruckerstattung|ruckzahlung|guthaben|remboursement|rembours|trop-?percu|amende|aide|prime|reembolso|devolucion|restituicao|rimborso|bonifico|terugbetaling|teruggave|teruggaaf|aterbaring|tilbagebetaling|tilbakebetaling|zwrot|nadplat|iade|odeme|destek|pengembalian|bantuan|subsidi|apoyo|beca|bono|sussidio|divida|coima|multa|negativad)/ nocase
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
        link and (($agency_en and $money_en and $claim_en) or ($de_1 and $de_2) or (any of ($ru_1, $ru_2, $ru_3, $ru_4) and $ru_ok) or any of ($ar_*) or any of ($he_*)
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
        $agency = /\b(dmv|dvla|dvsa|dot|court|traffic|ticket|citation|violation|fine|fined|penalty|pcn|parking (charge|ticket|fine|violation)|vehicle registration|driver'?s? licen[cs]e|licen[cs]e suspen|e-?challan|challan|registration (suspended|revoked)|warrant|subpoena|prosecut|legal action|enforcement|speed(ing)? camera)\b/ nocase
        $threat = /\b(unpaid|outstanding|overdue|final (notice|warning|reminder)|suspen(d|ded|sion)|revok(e|ed)|prosecut(e|ed|ion)|penalt(y|ies)|before enforcement|late fees?|pay (now|immediately|today|before|within)|payment|legal action|arrest|resolve|fine)\b/ nocase
        $fr = /\b(amende|contravention|infraction|bussgeld|strafzettel|knollchen|multa|sancion|coima|infracao|verbale|contravvenzione|boete|cjib|bote|mandat|trafik ceza|hgs ceza|tilang|e-?tilang|saman|sepulangan)\b/ nocase
        $fr_due = /\b(impaye|non regle|majoree?|reglez|bezahlen|mahnung|begleichen|pendiente|impag|pague|pagar|pagare|pagament|non pagat|betaal|betalen|odeme|odeyin|odenmemis|bayar|konfirmasi|segera|48 ?h|evitar|eviter|vermeiden)/ nocase
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
        $who = /\b(cbi|police|customs|narcotics|ncb|cyber ?crime|trai|fbi|interpol|immigration|federal|investigation|supreme court|high court|enforcement directorate|social security administration|ssn|social security number|aadhaa?r|parcel)\b/ nocase
        $crime = /\b(illegal (activit(y|ies)|items?|transactions?)|money laundering|drugs?|mdma|arrest(ed)?|warrant|seized|case (has been )?(registered|filed)|criminal|suspended due to|legal (notice|consequences|action))\b/ nocase
        $call = /\b(call|contact|press|dial|speak|officer)\b.{0,40}[0-9+(]/ nocase
        $now = /\b(immediately|urgent(ly)?|avoid|within|today|now|press [19])\b/ nocase
    condition:
        $who and $crime and $call and $now
}

rule epidemic_pretext {
    meta:
        title = "Test kit or pass by link"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Epidemics are a pretext for card forms."
    strings:
        $what = /\b(covid(-?19)?|omicron|coronavirus|corona|vaccin(e|ation)|nhs|green pass|test kit|pcr)\b/ nocase
        $act = /\b(in (close )?contact with|order (a|your) |test kit|pass|tested positive|fine|book (a|your)|apply|claim|recommends|relief|required)\b/ nocase
        $official = /\b(nhs\.uk|gov\.uk\/|cdc\.gov|who\.int|cowin\.gov\.in)\b/ nocase
    condition:
        $what and $act and link and not $official
}
