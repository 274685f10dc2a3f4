// Cold advertising for what nobody asked about.

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

private rule way_to_buy {
    strings:
        $number = /(\+|0|1|2|3|4|5|6|7|8|9)[0-9]{3,4}[ -]?[0-9]{3,4}[ -]?[0-9]{2,5}/
        $verb = /\b(call|click|order|buy|visit|apply|reply|register|contact|dial|claim|whats ?app|book|enrol+|get|try|shop|hub|wa|sms|text|ara|arayin|siparis|tikla|pesan|order karo|missed call|join|vote|donate|logon|log ?on)\b/ nocase
    condition:
        link or any of them
}

rule miracle_cure {
    meta:
        title = "Diet, potency or miracle cure"
        category = "junk"
        weight = 50
        why = "Pills and belts sold to numbers from a list."
    strings:
        $en = /\b(lose (weight|\d+ ?(lbs?|kg|kgs|pounds|inch(es)?|cm))|los(e|ing) ?(belly )?fat|weight ?loss|fat burner|burn fat|slim(ming)?( belt| tea| fast| capsule)?|sauna (slim )?belt|viagra|cialis|levitra|erect(ion|ile)|libido|penis|enlarge(ment)?|stamina|sex(ual)? (power|problem|drive)|testosterone|cbd|gummies|keto|detox|anti-?ageing|hair (loss|regrow|fall|transplant)|baldness|miracle|ayurved(a|ic)|height increase|diabet(es|ic) (cure|reversal)|joint pain|knee pain|pain relief|body massage|massage (centre|center|parlou?r)|gain \d+ ?(kg|kgs)|weight gain|herbal|no side effects?)\b/ nocase
        $deal = /\b(free|trial|order|buy|off|guarantee(d)?|trick|secret|only|rs\.? ?\d|doctors?|call|week|weeks|days|money back|capsules?|pills?|supplement|result|100%|offer|discount|sirf|mein|cost|herbal|online|delivery|without|months?|cod|available)\b/ nocase
        $foreign = /\b((perd(er|ez|e)|adelgaz|abnehm|dimagrir|emagrec|afvallen|zayifla|kilo ver|schudn|slabi|hubn|fogy)[a-z]* .{0,40}(\d{1,2} ?kg|kilos?|diet|semain|semanas|wochen|settiman|weken|hafta)|viagra|(obat|kapsul) (kuat|pelangsing|pembesar)|pelangsing|cinsel|ereksiyon|geciktirici|weight ghata|vajan|mota|sin receta|sans ordonnance|ohne rezept)/ nocase
        $kg = /\b\d{1,2} ?(kg|kilos?|lbs|pounds) (en|in|em|w|dalam|di) /
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
        ($en and $deal and way_to_buy and (link or #deal > 1)) or ($foreign and way_to_buy) or ($kg and link) or (any of ($ru_*) and link) or (any of ($zh_*) and link) or (any of ($ja_*) and link) or (any of ($ko_*) and link)
        or (any of ($ar_*) and link) or ($he_1 and link) or $hi_1 or ($th_1 and link)
}

rule property_pitch {
    meta:
        title = "Property for sale to strangers"
        category = "junk"
        weight = 50
        why = "Plots, flats and site visits advertised by the thousand."
    strings:
        $what = /\b([1-5] ?(\/|,|&|-)? ?[1-5]? ?(bhk|br|rk)\b|bhk|flats?|villas?|plots?|apartments?|apts?|sq\.? ?(ft|yd|yards|mtr)|psf|sft|gaj|commercial (space|property|wave)|office space|property|properties|real ?estate|residential|township|retail shops?|row houses?|farm ?house|possession|launch(ing)?|duplex|condo(minium)?|house and lot|emlak|daire(ler)?|konut(lar)?|arsa|kavling|perumahan|subsidi|rumah (murah|baru|dijual)|apartemen|ruko|unit)\b/ nocase
        $sell = /\b(onwards|starting|starts (at|from)|@ ?(rs|inr)?|just|only|emi|loan|book(ing)?( now| amount)?|site visit|discount|lacs?|lakhs?|cr\b|crore|invest(ment)?|guarantee(d)?|rent(al)? (income|assured)|assured|offer|psf|prime location|expressway|pre-?launch|rera|inventory|down ?payment|dp\b|cicilan|free|limited|deal|promo|baslayan|firsati|taksit|pesin|fiyat|firsat|teslim|milyon|reservation|monthly)\b/ nocase
        $buyer = /\b((interested in|consider(ing)?|thinking (about|of)|open to|looking to|want to) (selling|sell|an offer|a cash offer|offers?)|cash offer|buy your (house|home|property)|sell your (house|home|property)|offer (on|for) your (house|home|property)|your property (at|on|located))\b/ nocase
        $home = /\b(house|home|property|prop|land|\d{2,5} [a-z]+ (st|ave|rd|dr|ln|street|road|blvd))\b/ nocase
        $zh_1 = "楼盘"
        $zh_2 = "首付"
        $zh_3 = "样板间"
        $zh_4 = "商铺"
    condition:
        ($what and $sell and way_to_buy and (#what + #sell > 2)) or ($buyer and $home) or (2 of ($zh_*) and way_to_buy)
}

rule insurance_or_warranty {
    meta:
        title = "Insurance, warranty or solar pitch"
        category = "junk"
        weight = 50
        why = "Quotes and warranties nobody asked for."
    strings:
        $en = /\b((car|auto|vehicle|extended|home) warranty|(car|auto|health|life|term|vehicle|bike|home|final expense|burial|medicare|cheap|motor)( plan| advantage)? insurance|insurance (quotes?|plan|cover|policy|premium|rates?)|obamacare|aca plan|medicare (plan|part|advantage|benefit)|health (plan|coverage) (as low|for|from|starting)|solar (panels?|program|energy|power|system)|timeshare|accident (claim|compensation)|ppi|been in an accident|(in|for) (an|the|your) accident|entitled to .{0,24}compensation|injury (claim|lawyer)|mis-?sold|pension review|roof(ing)? (inspection|replacement)|pest control|debt collector|energy (bill|saving)|electricity too high|cut your (bill|electric))/ nocase
        $sell = /\b(quotes?|call|act now|expir(e|ing)|qualif(y|ied)|free|save|savings?|low(er|est)?|as little as|no cost|claim|reply|extend|compare|get|apply|from (\$|£|rs)|eligible|entitled|cover|offer|device|discount|book|protect)\b/ nocase
        $foreign = /\b((seguro (de|para) (auto|coche|carro|vida)|seguro auto|assurance (auto|vie|sante)|autoversicherung|kfz-?versicherung|assicurazione (auto|moto)|autoverzekering|kasko|trafik sigortasi|saglik sigortasi|tamamlayici saglik|asuransi|paneles solares|panneaux (solaires|photovoltaiques)|solaranlage|warmepumpe|isolation (a 1|des combles)|cpf|compte formation|mutuelle|fotovolta)\b)/ nocase
        $foreign_sell = /\b(oferta|desde|ahorr|descuento|offre|gratuit|economis|devis|angebot|sparen|gratis|ab \d|sconto|preventivo|korting|indirim|teklif|fiyat|promo|gratuita|profitez|derniers? jours?|droits|formation)\b/ nocase
        $he_1 = "ביטוח רכב"
        $he_2 = "ביטוח בריאות"
        $ar_1 = "تأمين السيارات"
        $ru_1 = "осаго"
        $zh_1 = "车险"
    condition:
        ($en and $sell and way_to_buy) or ($foreign and $foreign_sell) or any of ($he_*) or ($ar_1 and link) or ($ru_1 and link) or ($zh_1)
}

rule course_or_tutor {
    meta:
        title = "Course, coaching or admission"
        category = "junk"
        weight = 40
        why = "Schools and tutors that buy numbers."
    strings:
        $what = /\b(admissions? (open|going|started)|coaching|tuitions?|tutors?|scholarship|mba|pgdm|b\.?tech|ielts|toefl|spoken english|crash course|certification|diploma|distance (learning|education)|study (abroad|in)|webinar|masterclass|online (course|classes|degree)|pmp|placement|exams? (prep|preparation)|kursus|kurs|bimbel|sertifikasi|egitim|franchise|dealership|distributorship|internship)\b/ nocase
        $sell = /\b(enrol+|join|admission|free (demo|trial|helpdesk|webinar|class|seminar|counsel+ing|registration)|limited seats|discount|call|register|apply|scholarship|100%|placement|guarantee|fees?|off|batch|starts?|starting|logon|visit|offer|invest(ment)?|attend|indirim|kayit|diskon|gratis|daftar)\b/ nocase
    condition:
        $what and $sell and way_to_buy and #sell > 2
}

rule political_appeal {
    meta:
        title = "Campaign or donation appeal"
        category = "junk"
        weight = 50
        why = "Campaign texts go to bought lists; some only collect cards."
    strings:
        $who = /\b(vote (for|yes|no|early|by)|election|ballot|congress(man|woman)?|senat(e|or)|republicans?|democrats?|gop|trump|biden|harris|obama|pac\b|paid for by|campaign|candidate|conservative|liberal|maga|midterm|governor|winred|actblue|president|patriots?|polls? (open|close)|party|bjp|congress|aap\b|modi)\b/ nocase
        $ask = /\b(donat(e|ion)|chip in|contribut(e|ion)|\d{3,4}%[ -]?match|match(ing|ed)?|stop ?(2|to) ?(end|quit|opt|stop)|stop=?(end|quit)|stop2(end|quit)|reply stop|paid for by|pledge|sign (the|our|now)|petition|survey|poll|deadline|vote for|rush|midnight|\$ ?\d{1,3}\b|support|join us)\b/ nocase
        $paid = /\bpaid for by\b/ nocase
        $who2 = /\b(winred|actblue|republicans?|democrats?|gop|trump|biden|harris|senate|congress)\b/ nocase
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
        $what = /\b(astrolog(y|er)|horoscope|jyotish|vashikaran|black magic|love (problem|spell|back)|tarot|psychic|clairvoyan(t|ce)|voyance|voyant|medium|marabout|dukun|pelet|peramal|fal bak|medyum|falci|rashifal|kundli|numerolog|spell caster|spiritual (healer|father)|illuminati|money ritual|feng ?shui|brujo|tarotista|amarres)\b/ nocase
        $sell = /\b(call|whats ?app|solution|free|solve|problem|consult|join|contact|100%|guarantee|rs\.? ?\d|text|sms|dial|www|http|ketik|gratuit|gratis|ara|appel|consulta|dm)\b/ nocase
    condition:
        $what and $sell and way_to_buy and #sell > 1
}

rule service_advert {
    meta:
        title = "Service advertised by number"
        category = "junk"
        weight = 35
        why = "Bulk SMS, movers, cleaners, deals of the day: a price and a phone number for everybody."
    strings:
        $what = /\b(bulk sms|sms marketing|website (design|development)|seo|packers( &| and)? movers|pest ?control|cockroach|termite|bedbugs?|r\.?o\.? (service|water)|ac (service|repair)|sofa clean|car (wash|rental)|event management|caterers|visa (consult|services?)|air tickets?|tour packages?|holiday packages?|gym|salon|spa\b|parlou?r|dental|clinic|cash on delivery|cod available|wholesale|manufacturers?|exporters?|used cars?|second hand|imported|watches|jasa|jual|dijual|menjual|ready stock|grosir|fake id|documents|degree certificate|followers|likes|web ?site)\b/ nocase
        $price = /\b(rs\.? ?\d|inr ?\d|only|just|@ ?\d|starting|from (rs|£|\$)|discount|free|best (deals?|price|rates?)|deal|offer|off|murah|harga|rp\.? ?\d|lowest|cheap|nett|grab|\d ?rb)\b/ nocase
        $number = /(\+|0|6|7|8|9)[0-9]{4,5}[ -]?[0-9]{3,6}[0-9]\b/
        $phone_word = /\b(call|ph|phone|mob|contact|cont|dial|tel|hub|wa|whats ?app|cal|cell|sms|consult)\b/ nocase
    condition:
        $what and $price and $number and $phone_word
}
