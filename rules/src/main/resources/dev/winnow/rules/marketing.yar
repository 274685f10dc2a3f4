// Cold advertising for what nobody asked about.

rule miracle_cure {
    meta:
        title = "Diet, potency, pills or miracle cure"
        category = "junk"
        weight = 50
        why = "Pills and belts sold to numbers from a list."
    strings:
        $en = /\b(fat burner|viagra|cialis|levitra|erectile|erection|libido|enlarge(ment)?|stamina|sex(ual)? (power|problem|drive)|testosterone|gummies|keto|detox|anti-?ageing|hair (loss|regrow|fall|transplant)|baldness|height increase|diabet(es|ic) (cure|reversal)|joint pain|knee pain|pain relief|body massage|massage (centre|center|parlou?r)|gain [0-9]{1,9} ?kgs?|weight gain|no side effects?|los(e|ing) ?(belly )?fat|weight ?loss|penis|(burn|reduce) fat|herbal|slim(ming)?( belt| tea| fast| capsule)|miracle|ayurved(a|ic)|sauna (slim )?belt|lose (weight|[0-9]{1,9} ?(lbs?|kgs?|pounds|inch(es)?|cm)))\b/ nocase
        $deal = /\b(supplement|pills?|money back|herbal|100%|capsules?|result|sirf|secret|discount|without|available|delivery|days|months?|trick|trial|cost|doctors?|guaranteed?|online|only|weeks?)\b/ nocase
        $pills = /\b(low[- ]cost|cheap|cheapest|discount|discounted|generic) (prescri[a-z]{2,9}|pharmacy|medicines?|medications?|meds|drugs|pills|viagra|cialis)\b/ nocase
        $foreign = /\b(viagra|(obat|kapsul) (kuat|pelangsing|pembesar)|pelangsing|cinsel|ereksiyon|geciktirici|vajan|mota|sin receta|sans ordonnance|ohne rezept|(adelgaz|abnehm|dimagrir|emagrec|afvallen|zayifla|kilo ver|schudn|slabi|hubn|fogy|perd(er|ez|e))[a-z]{0,20} .{0,40}(wochen|settiman|weken|hafta|semanas|kilos?|\d{1,2} ?kg|diet|semain)|weight ghata)/ nocase
        $kg = /\b\d{1,2} ?(kg|kilos?|lbs|pounds) (dalam|em|en|di|in|w) /
        $ru_1 = "похуде"
        $ru_2 = "потенци"
        $zh_1 = "减肥"
        $zh_2 = "壮阳"
        $zh_3 = "瘦身"
        $ja_1 = "ダイエット"
        $ja_2 = "痩せ"
        $ko_1 = "다이어트"
        $ko_2 = "비아그라"
        $ar_1 = "تخسيس"
        $ar_2 = "إنقاص الوزن"
        $ar_3 = "تنحيف"
        $he_1 = "ירידה במשקל"
        $hi_1 = "वजन घटा"
        $th_1 = "ลดน้ำหนัก"
    condition:
        ($en and ($deal or bait or money_sign) and way_to_answer and (link or #deal > 1 or ($deal and bait))) or (any of ($foreign, $pills) and way_to_answer) or ($kg and link) or (any of ($ru_*) and link) or (any of ($zh_*) and link) or (any of ($ja_*) and link) or (any of ($ko_*) and link)
        or (any of ($ar_*) and link) or ($he_1 and link) or $hi_1 or ($th_1 and link)
}

rule property_pitch {
    meta:
        title = "Property for sale to strangers"
        category = "junk"
        weight = 50
        why = "Plots, flats and site visits advertised by the thousand."
    strings:
        $what = /\b([0-9]sq|real ?estate|township|retail shops?|row houses?|farm ?house|duplex|condo(minium)?|house and lot|konut(lar)?|arsa|kavling|perumahan|subsidi|rumah (murah|baru|dijual)|apartemen|ruko|office spaces?|residential|emlak|daire(ler)?|[1-5] ?(br|rk)\b|units sold|commercial (space|property|wave)|properties|residency|plots?|possession|apartments?|property|[1-5]?bhk|flats?|villas?|(sq\.?|psf|sq\.? ?(ft|fts|yd|yards|mtr)))\b/ nocase
        $sell = /\b(starts (at|from)|site visit|[0-9] lac|rental income|prime location|pre-?launch|rera|inventory|down ?payment|cicilan|taksit|pesin|milyon|assured|baslayan|firsati|fiyat|allotment|best (deal|locations?)|express ?way|firsat|reservation|no emi|crore|rate [0-9]|hottest|lakhs?|psf|onwards|invest(ment)?|launch(ing|es)?|monthly|starting|lacs?|teslim|deal|discount|loan|promo|book(ing)?( now| amount)?|offers?|limited|guaranteed?|only|just|free)\b/ nocase
        $buyer = /\b((interested in|consider(ing)?|open to|looking to|want to) (selling|sell\b)|cash offer)/ nocase
        $buyer_1 = "buy your house" nocase
        $buyer_2 = "buy your home" nocase
        $buyer_3 = "buy your property" nocase
        $buyer_4 = "sell your house" nocase
        $buyer_5 = "sell your home" nocase
        $buyer_6 = "sell your property" nocase
        $buyer_7 = "offer on your" nocase
        $buyer_8 = "offer for your" nocase
        $buyer_9 = "your property at" nocase
        $buyer_10 = "your property on" nocase
        $zh_1 = "楼盘"
        $zh_2 = "首付"
        $zh_3 = "样板间"
        $zh_4 = "商铺"
    condition:
        ($what and $sell and way_to_answer and (#what + #sell > 2)) or any of ($buyer*) or (2 of ($zh_*) and way_to_answer)
}

rule insurance_or_warranty {
    meta:
        title = "Insurance, warranty or solar pitch"
        category = "junk"
        weight = 50
        why = "Quotes and warranties nobody asked for."
    strings:
        $en = /\b((car|auto|vehicle|extended|home) warranty|(final expense|burial|medicare|bike|health|vehicle|cheap|term|motor|auto|life|home|car)( plan| advantage)? insurance|insurance (policy|premium|quotes?|cover|rates?|plan)|obamacare|aca plan|health (plan|coverage) (as low|for|from|starting)|solar (panels?|program|energy|power|system)|timeshare|accident (claim|compensation)|injury (claim|lawyer)|mis-?sold|pension review|roof(ing)? (inspection|replacement)|pest control|debt collector|energy (bill|saving)|electricity too high|(electric|energy) bill|medicare (plan|part|advantage|benefit)|an accident|compensation (claim|for))/ nocase
        $sell = /\b(lowest|as little as|no cost|extend|eligible|savings?|lower|compare|protect|qualif(y|ied)|quotes?|cover|entitled|save|device|expir(e|ing)|book)\b/ nocase
        $foreign = /\b((seguro (de|para) (auto|coche|carro|vida)|seguro auto|assurance (auto|vie|sante)|autoversicherung|kfz-?versicherung|assicurazione (auto|moto)|autoverzekering|kasko|trafik sigortasi|saglik sigortasi|tamamlayici saglik|asuransi|paneles solares|panneaux (solaires|photovoltaiques)|solaranlage|warmepumpe|isolation (a 1|des combles)|cpf|compte formation|mutuelle|fotovolta)\b)/ nocase
        $foreign_sell = /\b(offre|economis|devis|angebot|sparen|ab \d|preventivo|teklif|gratuita|profitez|derniers? jours?|droits|formation|ahorr|fiyat|oferta|descuento|gratuit|sconto|korting|desde|gratis|indirim|promo)\b/ nocase
        $he_1 = "ביטוח רכב"
        $he_2 = "ביטוח בריאות"
        $ar_1 = "تأمين السيارات"
        $ru_1 = "осаго"
        $zh_1 = "车险"
    condition:
        ($en and ($sell or bait or way_to_answer) and (way_to_answer or bait)) or ($foreign and $foreign_sell) or any of ($he_*) or ($ar_1 and link) or ($ru_1 and link) or ($zh_1)
}

rule course_or_tutor {
    meta:
        title = "Course, coaching or admission"
        category = "junk"
        weight = 40
        why = "Schools and tutors that buy numbers."
    strings:
        $what = /\b(admissions? (open|going|started)|coaching|scholarship|pgdm|ielts|toefl|spoken english|crash course|certification|diploma|distance (learning|education)|study (abroad|in)|webinar|masterclass|online (course|classes|degree)|exams? (prep|preparation)|kursus|bimbel|sertifikasi|egitim|franchise|dealership|distributorship|internship|tutors?|b\.?tech|placement|mba|tuitions?)\b/ nocase
        $sell = /\b(enrol{1,3}|scholarship|kayit|limited seats|admission|placement|batch|logon|100%|invest(ment)?|attend|diskon|daftar|starts|starting|register|gratis|indirim|discount|visit|join|free (demo|webinar|counsel{1,3}ing|helpdesk|seminar|registration|class|trial)|guarantee|fees?)\b/ nocase
    condition:
        $what and way_to_answer and #what + #sell > 2
}

rule political_appeal {
    meta:
        title = "Campaign or donation appeal"
        category = "junk"
        weight = 50
        why = "Campaign texts go to bought lists; some only collect cards."
    strings:
        $who = /\b(ballot|congress(man|woman)?|senat(e|or)|republicans?|democrats?|biden|harris|obama|pac\b|paid for by|campaign|conservative|liberal|midterm|governor|actblue|patriots?|bjp|congress|aap\b|modi|candidate|polls? (open|close)|vote (for|yes|no|early|by)|trump|winred|president|election|gop|maga|party)\b/ nocase
        $ask = /\b([0-9]{2}%[ -]?match|stop=?(end|quit)|paid for by|pledge|sign (the|our|now)|petition|join us|contribut(e|ion)|stop2(end|quit)|poll|donat(e|ion)|vote for|chip in|survey|rush|midnight|support|stop ?(2|to) ?(end|quit|opt|stop)|reply stop|match(ing|ed)?|deadline)\b/ nocase
        $paid = /\bpaid for by\b/ nocase
        $who2 = /\b(actblue|republicans?|democrats?|biden|harris|senate|congress|winred|trump|gop)\b/ nocase
    condition:
        ($paid and $who) or ($who2 and $ask and link) or ($who and $ask and #ask > 1 and link)
}

rule fortune_teller {
    meta:
        title = "Astrology and healers"
        category = "junk"
        weight = 50
        why = "Love problems solved by phone, for a fee."
    strings:
        $what = /\b(horoscope|jyotish|black magic|clairvoyan(t|ce)|voyance|voyant|medium|marabout|dukun|pelet|peramal|fal bak|medyum|falci|rashifal|kundli|numerolog|spell caster|spiritual (healer|father)|illuminati|money ritual|feng ?shui|brujo|tarotista|amarres|astrolog(y|er)|vashikaran|love (problem|spell|back)|tarot|psychic)\b/ nocase
    condition:
        $what and way_to_answer and (bait or phone_number or link)
}

rule service_advert {
    meta:
        title = "Service advertised by number"
        category = "junk"
        weight = 35
        why = "Bulk SMS, movers, cleaners, deals of the day: a price and a phone number for everybody."
    strings:
        $what = /\b(bulk sms|sms marketing|website (design|development)|packers( &| and)? movers|r\.o\. service|ro service|ac (service|repair)|sofa clean|car (wash|rental)|event management|caterers|visa (consult|services?)|air tickets?|holiday packages?|parlou?r|cash on delivery|wholesale|manufacturers?|exporters?|used cars?|imported|jual|menjual|ready stock|grosir|fake id|degree certificate|followers|tour packages?|clinic|cod available|second hand|watches|jasa|dijual|pest ?control|documents|salon|dental|cockroach|termite|bedbugs?|web ?site)\b/ nocase
        $price = /\b(lowest|nett|[0-9]rb|from (rs|£|\$)|best (deals?|price|rates?)|murah|harga|grab|starting|cheap|deal|discount|offer|only|just)\b/ nocase
    condition:
        $what and ($price or bait or money_sign) and phone_number and way_to_answer
}
