// Gambling, loans, coins and jobs: money for nothing.

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
        $number = /(\+|0|6|7|8|9)[0-9]{2,4}[ -]?[0-9]{3,4}[ -]?[0-9]{2,5}/
    condition:
        $number
}

private rule way_in {
    strings:
        $number = /(\+|0|1|2|3|4|5|6|7|8|9)[0-9]{3,4}[ -]?[0-9]{3,4}[ -]?[0-9]{2,5}/
        $verb = /\b(click|apply|register|sign ?up|join|call|whats ?app|wa|hub|hubungi|telegram|reply|contact|download|claim|log ?in|daftar|uye ol|kaydol|basvur|registrate|inscri|jetzt|play|visit|tap|get|install|mag-?register|text|txt|pm|msg|message|viber)\b/ nocase
    condition:
        link or any of them
}

rule gambling {
    meta:
        title = "Gambling"
        category = "junk"
        weight = 60
        why = "Casinos and betting sites advertise to numbers they bought."
    strings:
        $en = /\b(casino|jackpot|jackpots|free ?spins?|betting|bets|sports ?book|sportsbet|slots?|slot ?games?|poker|blackjack|baccarat|roulette|bingo|rummy|teen ?patti|fantasy (cricket|league|team)|dream ?11|sabong|color ?game|lottery|lotto|satta|matka|sure ?odds|fixed match(es)?|bet(way|365|9ja|king|fair|victor)|1x ?bet|22bet|melbet|bc\.game|jili|jilibet|fachai|scatter|super ?ace|tongits|pagcor|mega ?88\d?|918 ?kiss|joker ?123|pussy ?888|sic ?bo|fish(ing)? game|e-?sabong|phwin|okbet|bet88|fb777|ph365|phlove|peso ?\d{2,3}|[a-z]{2,8}(777|888|999|88|77|99|66|55)(\.[a-z]{2,4})?)\b/ nocase
        $deal = /\b(bonus|deposit|depo|free|win|jackpot|rebate|cash ?back|withdraw|payout|spins?|top ?up|credit|register|sign ?up|join|play|reward|daily|odds|tips|no deposit|wagering|stake|promo|new member|welcome|claim|commission|code|big|gcash|cash ?in|vip|get)\b/ nocase
        $tr = /\b(bahis|casino|kacak iddaa|iddaa|slot|rulet|freespin|free ?spin|deneme bonusu|cevrimsiz|cevrim sartsiz|yatirim(a)? (bonus|sartsiz|%)|yatirim sart|kayip bonusu|canli bahis|hosgeldin bonusu|ilk yatirim|discount bonusu|jojobet|betpark|bets10|[a-z]{2,9}bet\d{0,4}|cevrim|freebet|aviator)\b/ nocase
        $tr_deal = /\b(bonus|yatirim|tl|uye|kazan|giris|http|oran|sans|freespin|hediye|fs|bedava|adres)/ nocase
        $id = /\b(togel|slot ?(gacor|online|88|77)|gacor|maxwin|judi|poker ?(online|qq)|domino ?qq|bandar ?(q|togel|bola|poker)|agen (bola|poker|togel|judi|slot|casino)|situs (slot|judi|poker)|sbobet|taruhan|depo ?\d{1,3} ?(rb|k|ribu)|scatter|rtp|deposit (pulsa|min)|bonus (new member|deposit|harian)|bola tangkas|capsa|wd (berapapun|pasti))\b/ nocase
        $tl = /\b(sugal|taya|pusta|libreng bonus|libre(ng)? \d+|manalo|pa-?premyo|online casino|casino online|laro|maglaro|mag-?deposit|deposit \d+ (get|receive|makakuha))\b/ nocase
        $es = /\b(casino|apuestas?|giros gratis|tiradas gratis|tragamonedas|ruleta|bono de bienvenida|cassino|apostas?|rodadas gratis|bonus de boas|aposte|scommesse|giri gratis|tigrinho|fortune tiger)\b/ nocase
        $de = /\b(freispiele|spielautomaten|sportwetten|casino|ohne einzahlung|tours gratuits|paris sportifs|machines a sous|gratis spins|gokken|kasyno|zaklady bukmacherskie|darmowe spiny|kaszino)\b/ nocase
        $es_deal = /\b(bonus|bono|deposit|gratis|registr|gana|jueg|jogue|joga|einzahlung|spiel|jou(er|ez)|gratuit|speel|premio|depot|jetzt|regala|doar|pix|zarejestruj|odbierz)/ nocase
        $vi = /\b(nha cai|ca cuoc|no hu|xoc dia|tai xiu|casino|game bai|da ga|danh bai|khuyen mai nap|soi cau|lo de)\b/ nocase
        $ru_1 = "казино"
        $ru_2 = "фриспин"
        $ru_3 = "ставк"
        $ru_4 = "букмекер"
        $ru_5 = "слот"
        $ru_deal_1 = "бонус"
        $ru_deal_2 = "рубл"
        $ru_deal_3 = "депозит"
        $ru_deal_4 = "выигр"
        $ru_deal_5 = "фрибет"
        $ar_1 = "كازينو"
        $ar_2 = "مراهن"
        $ar_3 = "رهان"
        $fa_1 = "شرط بندی"
        $fa_2 = "کازینو"
        $fa_3 = "انفجار"
        $he_1 = "קזינו"
        $he_2 = "הימורים"
        $zh_1 = "博彩"
        $zh_2 = "百家乐"
        $zh_3 = "彩金"
        $zh_4 = "娱乐城"
        $zh_5 = "首存"
        $zh_6 = "注册送"
        $zh_7 = "澳门"
        $zh_8 = "下注"
        $zh_9 = "六合彩"
        $zh_10 = "時時彩"
        $zh_11 = "賭場"
        $zh_12 = "娛樂城"
        $ja_1 = "オンラインカジノ"
        $ja_2 = "ジャックポット"
        $ja_3 = "競馬"
        $ko_1 = "카지노"
        $ko_2 = "토토"
        $ko_3 = "바카라"
        $ko_4 = "슬롯"
        $ko_5 = "첫충"
        $th_1 = "บาคาร่า"
        $th_2 = "สล็อต"
        $th_3 = "เครดิตฟรี"
        $th_4 = "คาสิโน"
        $th_5 = "แทงบอล"
        $hi_1 = "सट्टा"
        $hi_2 = "रमी"
        $slot_emoji = "🎰"
    condition:
        ($en and $deal and (link or (phone and #deal > 1))) or ($slot_emoji and way_in) or ($tr and $tr_deal and way_in and #tr + #tr_deal > 2)
        or ($id and way_in) or ($tl and link and $deal) or ($es and $es_deal and link) or ($de and $es_deal and way_in) or ($vi and link)
        or (any of ($ru_*) and any of ($ru_deal_*) and ($ru_1 or $ru_2 or $ru_4 or $ru_5 or ($ru_3 and link))) or any of ($ar_1) or ($ar_2 and link) or ($ar_3 and link)
        or any of ($fa_1, $fa_2) or ($fa_3 and link) or any of ($he_*) or (2 of ($zh_*) and way_in) or (any of ($zh_1, $zh_2, $zh_4, $zh_9, $zh_10, $zh_12) and way_in)
        or $ja_1 or ($ja_2 and link) or ($ja_3 and link) or any of ($ko_1, $ko_3, $ko_5) or ($ko_2 and link) or ($ko_4 and link) or any of ($th_*) or any of ($hi_1, $hi_2)
}

rule loan_offer {
    meta:
        title = "Loan offer"
        category = "junk"
        weight = 50
        why = "Instant credit without checks is advertised by lenders and thieves that banks do not need."
    strings:
        $en_1 = /\b(personal|instant|business|payday|pay day|quick|fast|home|cash|easy|urgent|gold|pre-?approved|online|guaranteed|title|student|emergency|car|mudra|salary|unsecured|short term|low interest) ?(cash )?(loans?|advance|credit)\b/ nocase
        $en_2 = /\b(loans?|credit|cash|pesos?|funds?) (application|of |up ?to |amount |limit |worth |for |is |offer|approved|approval|available|ready|from|at|without|with)/ nocase
        $en_3 = /\b(need (cash|money|a loan)|get (up to |cash|rs|inr|\$|£|₱|php|p)|borrow|consolidat|debt (relief|settlement|free)|write off (your )?debts?|iva\b|clear (your )?debts?|refused (a )?(loan|credit)|can'?t get credit|(un)?secured loans?|(un)?secured\?)/ nocase
        $deal = /\b(text back|call (free|now)|unsecured|apply|approved|approval|pre-?approved|eligible|disburs(ed|al|ement)|no (credit|paper|document|collateral|cibil)|bad credit|low interest|interest (rate|free)|0% interest|% (p\.?a\.?|interest|per (month|annum))|@ ?\d|paperless|minimum (docs?|documents?)|instant(ly)?|without (documents|collateral|income|cibil)|in \d+ ?(min|hour|hr)|same day|today|get money|emi|repay|reloan|re-loan|unsecured|deposited)\b/ nocase
        $id = /\b((pinjaman|pinjem|dana|kredit|kta|modal)\b.{0,40}\b(cepat|tunai|cair|tanpa (agunan|jaminan|ribet)|online|bunga|segera|langsung|mudah|rendah|usaha)|butuh (dana|uang|modal)|gadai(kan)? bpkb|jaminan bpkb|bpkb|langsung cair|proses cepat)\b/ nocase
        $id_way = /(\b(hub|wa|hubungi|daftar|call|sms|ajukan|klik|minat|apply|tlp|telp|segera)\b|https?:|08\d{8})/ nocase
        $tl = /\b(pautang|utang|umutang|magpa-?loan|loan (app|mo|up)|mag-?loan|hiram|makahiram|cash loan|pera(ng)? (agad|kailangan)|kailangan mo (ba )?ng pera|low interest)\b/ nocase
        $tr = /\b(kredi(niz|si|ler)?|ihtiyac kredisi|nakit|avans hesap|borc)\b.{0,80}\b(onay|faiz|basvur|masrafsiz|hazir|aninda|firsat|limit|sms|taksit|vade|dusuk|hemen|kefilsiz|gelir belgesiz|sicil)/ nocase
        $es = /\b(prestamos?|creditos?|dinero|emprestimos?|consignado|saque|fgts|prestit[oi]|finanziament[oi])\b.{0,80}\b(rapid[oa]|inmediat[oa]|aprobad[oa]|sin (aval|buro|papeleo|nomina|intereses)|pre-?aprobad[oa]|aprovad[oa]|liberad[oa]|disponi(ble|vel)|na hora|sem (consulta|burocracia)|negativad|immediat[oa]|senza|solicit|simul)/ nocase
        $fr = /\b((credit|pret|rachat de credits?|financement)\b.{0,60}\b(rapide|sans justificatif|immediat|sans refus|en 24 ?h|personnel)|(kredit|darlehen|sofortkredit|schnellkredit)\b.{0,60}\b(sofort|heute|schufa|ohne schufa|schnell|guenstig|beantragen|auszahlung)|(lening|geld lenen)\b.{0,60}\b(snel|zonder|direct|bkr)|(pozyczk|chwilowk|kredyt|kolcson|hitel)\w*.{0,60}(szybk|bez bik|online|gotowk|od reki|azonnal|darmow|dzis|minut))/ nocase
        $vi = /\b(vay (tien|nhanh|tin chap|von)|cho vay|giai ngan)\b/ nocase
        $hi = /\b((turant|instant|personal) loan|loan (chahiye|lo|paye|le)|bina (document|guarantee|cibil))\b/ nocase
        $ru_1 = "кредит"
        $ru_2 = "займ"
        $ru_3 = "заём"
        $ru_deal_1 = "одобр"
        $ru_deal_2 = "без отказ"
        $ru_deal_3 = "без справок"
        $ru_deal_4 = "оформ"
        $ru_deal_5 = "наличны"
        $ru_deal_6 = "под 0"
        $ru_deal_7 = "списани"
        $ar_1 = "قرض"
        $ar_2 = "تمويل شخصي"
        $ar_3 = "سداد القروض"
        $ar_4 = "تمويل"
        $ar_deal_1 = "بدون كفيل"
        $ar_deal_2 = "فوري"
        $ar_deal_3 = "سداد"
        $ar_deal_4 = "موافقة"
        $he_1 = "הלוואה"
        $he_2 = "הלוואות"
        $zh_1 = "贷款"
        $zh_2 = "额度"
        $zh_3 = "无抵押"
        $zh_4 = "借款"
        $zh_5 = "放款"
        $zh_6 = "貸款"
        $zh_7 = "利息"
        $ja_1 = "即日融資"
        $ja_2 = "ご融資"
        $ko_1 = "대출"
        $ko_2 = "저금리"
        $ko_3 = "한도"
        $th_1 = "สินเชื่อ"
        $th_2 = "เงินกู้"
        $th_3 = "กู้เงิน"
        $hi2 = "लोन"
        $el = "δανει"
    condition:
        (any of ($en_*) and #deal > 1 and way_in) or ($en_1 and $deal and way_in) or ($en_2 and $deal and link) or ($id and $id_way) or ($tl and way_in and filesize < 500 and link)
        or ($tr and way_in) or ($es and (way_in or $deal)) or ($fr and way_in) or ($vi and way_in) or $hi
        or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_deal_*)) or ($ar_1 and any of ($ar_deal_*)) or $ar_2 or $ar_3 or ($ar_4 and 2 of ($ar_deal_*)) or ($he_1 and way_in) or ($he_2 and way_in)
        or (2 of ($zh_*) and way_in) or $ja_1 or ($ja_2 and link) or ($ko_1 and any of ($ko_2, $ko_3)) or ($th_1 and way_in) or $th_2 or $th_3 or ($hi2 and way_in) or ($el and link)
}

rule crypto_profit {
    meta:
        title = "Crypto or stock profit"
        category = "junk"
        weight = 50
        why = "Guaranteed returns and signal groups; the first deposit is the last one seen."
    strings:
        $coin = /\b(bitcoins?|btc|crypto(currency)?|eth(ereum)?|usdt|nft|airdrop|token|wallet|metamask|binance|coinbase|forex|fx trading|trading|trade[rs]?|invest(ment|or|ors|ing)?|stocks?|shares?|ipo|intraday|option(s)? (call|trading)|nifty|bank ?nifty|multibagger|demat|equity|\$[a-z]{3,6}\d?)\b/ nocase
        $gain = /\b(profits?|returns?|roi|earn|gains?|double (your|ur)|\d{1,3}x\b|100x|guaranteed|daily (income|profit)|passive income|signals?|vip (group|signals)|sure ?shot|jackpot call|target|tgt|\d{2,3}% (profit|return|accuracy|daily|monthly|weekly)|pre-?sale|presale|buy (now|cmp|above|at)|cmp|stop ?loss|sl\b|free (tips|demo|trial|class|webinar)|minimum (deposit|investment)|withdraw(al)?)\b/ nocase
        $seed = /\b(seed|recovery|secret) phrase\b/ nocase
        $pump = /\b(strong[- ]buy|nasdaq|otcbb|otc:|penny stock|stock (alert|pick)|hot (stock|pick)|ticker|symbol)\b/ nocase
        $pump_gain = /(\b(up (over )?\d{2,}|explosive|members|pick|target|soar|breakout|% ?gain|issues|buy now)\b|\d{3}%)/ nocase
        $withdraw = /\b(withdrawal|transfer) of (\$|usdt|[0-9.,]+ ?(btc|eth|usdt|usd)).{0,80}\b(was ?n.?t you|not you|cancel|did ?n.?t|if this)/ nocase
        $id = /\b(investasi|trading|saham|kripto|robot trading)\b.{0,60}\b(profit|untung|cuan|modal|dijamin|pasti)/ nocase
        $es = /\b(invierte|inversion|criptomonedas?|invista|investimento|criptomoeda|investi|kripto ?para|krypto|kryptowalut|cryptomonnaie|borsa|hisse)\b.{0,80}\b(gana|ganancias?|rentabil|lucro|ganhe|rendimento|guadagn|kazanc|getiri|kar\b|gewinn|rendite|zysk|zarob|gagne|rendement|sinyal|telegram)/ nocase
        $zh_1 = "牛股"
        $zh_2 = "股票"
        $zh_3 = "涨停"
        $zh_4 = "荐股"
        $zh_5 = "投資"
        $zh_6 = "飆股"
        $zh_way = "群"
        $ja_1 = "仮想通貨"
        $ja_2 = "必ず儲かる"
        $ko_1 = "급등주"
        $ko_2 = "리딩방"
        $ru_1 = "инвестиц"
        $ru_2 = "биткоин"
        $ru_3 = "криптовалют"
        $ru_gain_1 = "доход"
        $ru_gain_2 = "заработ"
        $ar_1 = "تداول"
        $ar_2 = "استثمار"
        $ar_gain_1 = "ارباح"
        $ar_gain_2 = "أرباح"
    condition:
        ($coin and $gain and (link or (way_in and #gain > 1 and #coin > 1) or (phone and #gain > 2))) or ($seed and link) or (#pump > 1 and $pump_gain) or ($withdraw and way_in) or ($id and way_in) or ($es and way_in)
        or (($zh_4 or $zh_6 or $zh_1 or ($zh_2 and $zh_3)) and (way_in or $zh_way)) or ($zh_5 and $zh_6) or ($zh_2 and $zh_way and link) or ($ja_1 and link) or $ja_2 or $ko_1 or $ko_2 or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_gain_*) and way_in)
        or (any of ($ar_1, $ar_2) and any of ($ar_gain_*))
}

rule job_offer {
    meta:
        title = "Job offer from a stranger"
        category = "junk"
        weight = 55
        why = "High pay, few minutes, no experience, answer by messenger: a task scam."
    strings:
        $job = /\b(job|jobs|part[ -]?time|full[ -]?time|remote (work|position|job|role|online)|work(ing)? (from|at) home|wfh|online work|work online|position|hiring|recruit(er|ment|ing)?|vacanc(y|ies)|employment|career|side (income|hustle|job)|data entry|typing (job|work)|freelance|resume|cv\b|candidate|hr\b|human resources|staff|employees?|agents? wanted|opportunity|earn (money|extra|daily|income))\b/ nocase
        $pay = /(\b(earn|salary|wages?|income|paid|pay|payment|receive|make|get)\b.{0,30}(\$|£|€|rs\.? ?|inr|php|p|₱|rm|usd|aed|r\$|rp|₹)? ?\d[\d,.]{1,9}( ?- ?.{0,3}\d[\d,.]{1,9})?|(\$|£|€|₱|₹|rs\.? ?|rm ?|php ?)\d[\d,.]{1,9}k?( ?(-|to|~) ?.{0,4}\d[\d,.]{1,9}k?)? ?(\/|a|per|every|each|for|in|daily|weekly) ?(day|hour|hr|week|month|daily|wk|task|\d)?|\d[\d,.]{2,8}( ?- ?\d[\d,.]{2,8})? ?(daily|per day|a day|\/day|per week|weekly|per hour|rupees per day|per month))/ nocase
        $easy = /\b(no (prior |previous )?(experience|skills?|investment|fees?|qualification)|without (any )?(experience|investment)|(30|60|\d{1,2})( ?- ?\d{1,3})? ?min(ute)?s? (a|per|each|every)? ?day|flexible (hours|time|schedule|working|online)|free training|simple tasks?|easy (work|job|tasks?|money)|daily (pay(ment|out)?|salary|income)|anytime|anywhere|from (your )?(home|phone|mobile)|using (your|a) (phone|smartphone|mobile)|age(d)? ?(\d{2}|over|above|must)|over (18|20|21|22|23|25)|above (18|20|22|23|25)|at least (18|20|21|22|23|25)|own schedule|immediate(ly)? (start|hire)|spare time|limited (spots|slots|seats|vacancy)|paid (annual )?leave|probation|paid daily|same day pay)\b/ nocase
        $way = /\b(whats ?app|wa\.me|telegram|t\.me|viber|line|text|reply|contact|message|msg|call|click|join|register|apply|interested|add|sms|link|hr|https?)\b/ nocase
        $tl = /\b((trabaho|kumita|kita(an)?|extra income|sideline)\b.{0,80}\b(araw|daily|bahay|online|php|piso|p\d|\d{3,5})|naghahanap .{0,20}(empleyado|part))/ nocase
        $id = /\b((lowongan|kerja|karyawan|penghasilan|part ?time|freelance|loker|kerja sampingan)\b.{0,100}\b(gaji|rumah|hp|komisi|per hari|perhari|harian|online|rp|juta|ribu|wa)\b)/ nocase
        $es = /\b((trabajo|trabaja|empleo|gana dinero|ingresos?|oferta de empleo|vacante|trabalho|trabalhe|emprego|renda extra|vaga|lavoro|lavora)\b.{0,120}\b(casa|diari[oa]s?|por dia|al dia|sin experiencia|semana|whats ?app|sem experiencia|ao dia|al giorno|senza esperienza|medio tiempo|tiempo parcial|meio periodo|telegram))/ nocase
        $earn = /\b(gan[ae]|gagne[zr]?|ganhe|guadagna|verdiene[n]?|verdien|zarabiaj|kazan) .{0,24}(semana|dia|mes|semaine|jour|mois|settimana|giorno|woche|tag|week|tydzien|hafta).{0,40}(casa|chez vous|domicile|zuhause|zu hause|thuis|domu|evden|experience|experiencia|esperienza|erfahrung)/ nocase
        $fr = /\b((emploi|travail|job|nebenjob|heimarbeit|arbeiten|thuiswerk|bijbaan|praca|dorywcz)\b.{0,120}\b(domicile|par jour|zuhause|pro tag|ohne erfahrung|sans experience|per dag|thuis|dziennie|zdalna|whats ?app|telegram|zu hause))/ nocase
        $tr = /\b((is ilani|ek is|evden calis|evde is|part ?time|gunluk (kazanc|gelir)|ek gelir)\b.{0,120}\b(tl|gunluk|whats ?app|telegram|kazan|maas|dakika))/ nocase
        $hi = /\b((ghar baithe|ghar se|part time job|kamaye|kamao|kamaiye)\b.{0,100}\b(rs|rupaye|daily|roz|mahina|whats ?app|rojana|hazar|\d{3,6}))/ nocase
        $zh_1 = "兼职"
        $zh_2 = "日结"
        $zh_3 = "刷单"
        $zh_4 = "网赚"
        $zh_5 = "日入"
        $zh_6 = "月入"
        $zh_7 = "日薪"
        $zh_8 = "無需經驗"
        $zh_9 = "兼職"
        $zh_10 = "招聘"
        $zh_11 = "加QQ"
        $zh_12 = "加微信"
        $ja_1 = "在宅ワーク"
        $ja_2 = "副業"
        $ja_3 = "高収入"
        $ja_4 = "月収"
        $ko_1 = "부업"
        $ko_2 = "재택"
        $ko_3 = "알바"
        $ko_pay = "만원"
        $ru_1 = "подработк"
        $ru_2 = "удаленная работа"
        $ru_3 = "удалённая работа"
        $ru_4 = "заработок"
        $ru_5 = "вакансия"
        $ar_1 = "وظيفة"
        $ar_2 = "العمل من المنزل"
        $ar_3 = "دوام جزئي"
        $ar_pay = "راتب"
        $vi = /\b(viec lam|tuyen (dung|cong tac vien|ctv)|lam them)\b.{0,100}\b(ngay|luong|tai nha|online|zalo|thu nhap)/ nocase
        $th_1 = "งานพาร์ทไทม์"
        $th_2 = "รายได้"
        $th_3 = "ทำที่บ้าน"
    condition:
        ($job and $easy and ($pay or #easy > 1) and $way) or ($job and $pay and $way and (#job > 1) and link) or ($tl and way_in) or ($id and way_in) or ($es and (way_in or link)) or ($earn and link) or ($fr and way_in)
        or ($tr and way_in) or $hi or 2 of ($zh_*) or $zh_3 or $ja_1 or ($ja_2 and (link or $ja_3 or $ja_4)) or ($ja_3 and link) or (any of ($ko_1, $ko_2, $ko_3) and $ko_pay)
        or (any of ($ru_*) and way_in) or (any of ($ar_*) and $ar_pay and way_in) or ($ar_2) or ($ar_3 and way_in) or $vi or ($th_1) or ($th_2 and $th_3)
}
