// Gambling, loans, coins and jobs: money for nothing.

rule gambling {
    meta:
        title = "Gambling"
        category = "junk"
        weight = 60
        why = "Casinos and betting sites advertise to numbers they bought."
    strings:
        $en = /\b(betting|bets|sports ?book|sportsbet|slot ?games?|blackjack|baccarat|roulette|bingo|fantasy (cricket|league|team)|dream ?11|sabong|color ?game|satta|matka|sure ?odds|fixed match(es)?|1xbet|22bet|melbet|bc\.game|jilibet|fachai|super ?ace|tongits|mega ?88|918 ?kiss|joker ?123|pussy ?888|sic ?bo|fish(ing)? game|okbet|bet88|fb777|ph365|phlove|peso ?[0-9]{2,3}|rummy|teen ?patti|lottery|lotto|bet(9ja|fair|victor|king|365|way)|scatter|pagcor|phwin|poker|jili|[a-z]{2,8}(66\.|55\.|88\.|77\.|777|99\.|999|888)|slots?|free ?spins?|jackpots?|casino)/ nocase
        $deal = /\b(payout|odds|wagering|stake|new member|commission|big win|top ?up|tips|rebate|cash ?in|sign ?up|gcash|cash ?back|register|reward|daily|welcome|to win|promo|withdraw|join|bonus|win big|spins?|jackpot|credit|deposit|depo|play|claim|free)\b/ nocase
        $tr = /\b(kacak iddaa|iddaa|rulet|freespin|cevrim sartsiz|yatirim(a)? (bonus|sartsiz|%)|discount bonusu|jojobet|betpark|bets10|freebet|aviator|cevrimsiz|yatirim sart|kayip bonusu|canli bahis|hosgeldin bonusu|ilk yatirim|cevrim|slot|[a-z]{2,9}bet\d{0,4}|deneme bonusu|bahis|free ?spin|casino)\b/ nocase
        $tr_deal = /\b(freespin|fs|bedava|kazan|hediye|yatirim|giris|adres|uye|sans|oran|bonus|tl|http)/ nocase
        $id = /\b(judi|poker ?(online|qq)|domino ?qq|bandar ?(q|togel|bola|poker)|sbobet|taruhan|rtp|deposit (pulsa|min)|bonus (new member|deposit|harian)|bola tangkas|capsa|wd (berapapun|pasti)|agen (bola|judi|poker|togel|slot|casino)|scatter|togel|gacor|maxwin|situs (slot|judi|poker)|depo ?\d{1,3} ?(rb|k|ribu)|slot ?(gacor|online|88|77))\b/ nocase
        $tl = /\b(sugal|taya|pusta|libreng bonus|libre(ng)? \d{1,9}|manalo|pa-?premyo|casino online|maglaro|mag-?deposit|deposit \d{1,9} (get|receive|makakuha)|online casino|laro)\b/ nocase
        $es = /\b(apuestas?|giros gratis|tiradas gratis|tragamonedas|ruleta|bono de bienvenida|apostas?|rodadas gratis|bonus de boas|aposte|scommesse|giri gratis|tigrinho|fortune tiger|cassino|casino)\b/ nocase
        $de = /\b(spielautomaten|sportwetten|tours gratuits|paris sportifs|machines a sous|gratis spins|gokken|kasyno|zaklady bukmacherskie|darmowe spiny|kaszino|freispiele|ohne einzahlung|casino)\b/ nocase
        $es_deal = /\b(bono|jueg|jogue|jou(er|ez)|speel|premio|depot|doar|zarejestruj|odbierz|registr|einzahlung|spiel|gratuit|regala|pix|joga|gratis|gana|jetzt|bonus|deposit)/ nocase
        $vi = /\b(nha cai|ca cuoc|no hu|xoc dia|tai xiu|game bai|da ga|danh bai|khuyen mai nap|soi cau|lo de|casino)\b/ nocase
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
        ($en and $deal and (link or (phone_number and #deal > 1))) or ($slot_emoji and way_to_answer) or ($tr and $tr_deal and way_to_answer and #tr + #tr_deal > 2)
        or ($id and way_to_answer) or ($tl and link and $deal) or ($es and $es_deal and link) or ($de and $es_deal and way_to_answer) or ($vi and link)
        or (any of ($ru_*) and any of ($ru_deal_*) and ($ru_1 or $ru_2 or $ru_4 or $ru_5 or ($ru_3 and link))) or any of ($ar_1) or ($ar_2 and link) or ($ar_3 and link)
        or any of ($fa_1, $fa_2) or ($fa_3 and link) or any of ($he_*) or (2 of ($zh_*) and way_to_answer) or (any of ($zh_1, $zh_2, $zh_4, $zh_9, $zh_10, $zh_12) and way_to_answer)
        or $ja_1 or ($ja_2 and link) or ($ja_3 and link) or any of ($ko_1, $ko_3, $ko_5) or ($ko_2 and link) or ($ko_4 and link) or any of ($th_*) or any of ($hi_1, $hi_2)
}

rule loan_offer {
    meta:
        title = "Loan offer"
        category = "junk"
        weight = 50
        why = "Instant credit without checks is advertised by lenders and thieves that banks do not need."
    strings:
        $en_1 = /\b(payday|pay day|mudra|short term|unsecured|emergency|low interest|business|pre-?approved|instant|salary|title|student|personal|gold|quick|easy|fast|guaranteed|online|urgent|cash|home|car) ?(cash )?(loans?|advance|credit)\b/ nocase
        $en_2 = /\b(loans?|credit|cash|pesos?|funds?) (limit |approval|approved|application|amount |worth |without|available|ready|offer|up ?to |from|with|at|for |of |is )/ nocase
        $en_3 = /\b(consolidat|debt (relief|settlement|free)|write off (your )?debts?|iva\b|clear (your )?debts?|(un)?secured loans?|refused (a )?(loan|credit)|can'?t get credit|(un)?secured\?|borrow|need (cash|money|a loan)|get (₱|php|inr|£|up to |\$|rs|cash|p))/ nocase
        $deal = /\b(0% interest|% interest|per annum|paperless|minimum (docs?|documents?)|without (documents|collateral|income|cibil)|repay|reloan|re-loan|unsecured|eligible|disburs(ed|al|ement)|same day|get money|low interest|interest (rate|free)|no (credit|paper|document|collateral|cibil)|approval|pre-?approved|text back|approved|instant(ly)?|call (free|now)|deposited|bad credit|apply|today)\b/ nocase
        $id = /\b(butuh (dana|uang|modal)|jaminan bpkb|langsung cair|gadai(kan)? bpkb|bpkb|proses cepat|(pinjem|kta|modal|dana|kredit|pinjaman)\b.{0,40}\b(tunai|segera|langsung|mudah|rendah|usaha|bunga|cair|tanpa (agunan|jaminan|ribet)|cepat|online))\b/ nocase
        $tl = /\b(na-?approved? (na )?(ang )?(iyong|inyong) loan|pautang|utang|umutang|magpa-?loan|mag-?loan|hiram|makahiram|cash loan|pera(ng)? (agad|kailangan)|kailangan mo (ba )?ng pera|low interest|loan (app|mo|up))\b/ nocase
        $tr = /\b(kredi(niz|si|ler)?|ihtiyac kredisi|nakit|avans hesap|borc)\b.{0,80}\b(masrafsiz|aninda|taksit|vade|dusuk|kefilsiz|gelir belgesiz|faiz|hazir|sicil|onay|basvur|firsat|hemen|limit|sms)/ nocase
        $es = /\b(prestamos?|creditos?|consignado|saque|fgts|prestit[oi]|finanziament[oi]|emprestimos?|dinero)\b.{0,80}\b(aprobad[oa]|pre-?aprobad[oa]|liberad[oa]|na hora|sem (consulta|burocracia)|negativad|immediat[oa]|senza|simul|disponi(ble|vel)|aprovad[oa]|rapid[oa]|inmediat[oa]|sin (aval|buro|papeleo|nomina|intereses)|solicit)/ nocase
        $fr = /\b((credit|pret|rachat de credits?|financement)\b.{0,60}\b(sans refus|personnel|rapide|sans justificatif|en 24 ?h|immediat)|(kredit|darlehen|sofortkredit|schnellkredit)\b.{0,60}\b(sofort|ohne schufa|guenstig|schufa|beantragen|auszahlung|schnell|heute)|(lening|geld lenen)\b.{0,60}\b(snel|zonder|direct|bkr)|(pozyczk|chwilowk|kredyt|kolcson|hitel)\w{0,20}.{0,60}(szybk|bez bik|gotowk|od reki|azonnal|darmow|dzis|minut|online))/ nocase
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
        $granted_1 = "basvurdugunuz" nocase
        $granted_2 = "giai ngan. ky tra" nocase
        $granted_3 = "quy khach da giai ngan" nocase
        $granted_4 = "ท่านได้รับอนุมัติ"
        $granted_5 = "사기입니다"
        $granted_6 = "100% 사기"
        $granted_7 = "talebiniz dogrultusunda" nocase
    condition:
        ((any of ($en_*) and #deal > 1 and way_to_answer) or ($en_1 and $deal and way_to_answer) or ($en_2 and $deal and link) or ($id and way_to_answer) or ($tl and way_to_answer and filesize < 500 and link)
        or ($tr and way_to_answer) or ($es and (way_to_answer or $deal)) or ($fr and way_to_answer) or ($vi and way_to_answer) or $hi
        or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_deal_*)) or ($ar_1 and any of ($ar_deal_*)) or $ar_2 or $ar_3 or ($ar_4 and 2 of ($ar_deal_*)) or ($he_1 and way_to_answer) or ($he_2 and way_to_answer)
        or (2 of ($zh_*) and way_to_answer) or $ja_1 or ($ja_2 and link) or ($ko_1 and any of ($ko_2, $ko_3)) or ($th_1 and way_to_answer) or $th_2 or $th_3 or ($hi2 and way_to_answer) or ($el and link))
        and not any of ($granted_*)
}

rule crypto_profit {
    meta:
        title = "Crypto or stock profit"
        category = "junk"
        weight = 50
        why = "Guaranteed returns and signal groups; the first deposit is the last one seen."
    strings:
        $coin = /\b(crypto(currency)?|ethereum|usdt|nfts?|airdrop|binance|forex|fx trading|option(s)? (call|trading)|nifty|demat|tokens?|traders?|intraday|multibagger|equity|trading|invest(ment|or|ors|ing)?|bitcoins?|stocks?|shares?|metamask|wallet|btc|coinbase)\b/ nocase
        $gain = /\b(100x|daily (income|profit)|vip (group|signals)|jackpot call|pre-?sale|presale|stop ?loss|minimum (deposit|investment)|signals?|sure ?shot|(at|buy) cmp|cmp|double (your|ur)|passive income|[0-9]% (accuracy|profit|monthly|daily|return|weekly)|buy (now|cmp|above|at)|target|gains?|profits?|returns?|withdraw(al)?|free (tips|demo|trial|class|webinar)|earn|guaranteed)\b/ nocase
        $seed = /\b(seed|recovery|secret) phrase\b/ nocase
        $pump = /\b(otcbb|otc:|penny stock|stock (alert|pick)|hot (stock|pick)|ticker|strong[- ]buy|nasdaq|symbol)\b/ nocase
        $pump_gain = /(\bup [0-9]{2}|soar|breakout|% ?gain|00%|buy now|\bup over [0-9]{2}|explosive|target|issues|members|50%|pick)/ nocase
        $withdraw = /\b(withdrawal|transfer) of (\$|usdt|[0-9.,]{1,16} ?(btc|eth|usdt|usd)).{0,80}\b(was ?n.?t you|not you|cancel|did ?n.?t|if this)/ nocase
        $id = /\b(investasi|trading|saham|kripto|robot trading)\b.{0,60}\b(untung|modal|dijamin|pasti|cuan|profit)/ nocase
        $es = /\b(invierte|inversion|criptomonedas?|invista|investimento|criptomoeda|kripto ?para|krypto|kryptowalut|cryptomonnaie|borsa|hisse|investi)\b.{0,80}\b(ganancias?|rentabil|lucro|ganhe|rendimento|guadagn|kazanc|getiri|gewinn|rendite|zysk|zarob|rendement|sinyal|kar\b|telegram|gagne|gana)/ nocase
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
        ($coin and $gain and (link or (way_to_answer and #gain > 1 and #coin > 1) or (phone_number and (#gain > 2 or (#gain > 1 and $coin))))) or ($seed and link) or (#pump > 1 and $pump_gain) or ($withdraw and way_to_answer) or ($id and way_to_answer) or ($es and way_to_answer)
        or (($zh_4 or $zh_6 or $zh_1 or ($zh_2 and $zh_3)) and (way_to_answer or $zh_way)) or ($zh_5 and $zh_6) or ($zh_2 and $zh_way and link) or ($ja_1 and link) or $ja_2 or $ko_1 or $ko_2 or (any of ($ru_1, $ru_2, $ru_3) and any of ($ru_gain_*) and way_to_answer)
        or (any of ($ar_1, $ar_2) and any of ($ar_gain_*))
}

rule job_offer {
    meta:
        title = "Job offer from a stranger"
        category = "junk"
        weight = 55
        why = "High pay, few minutes, no experience, answer by messenger: a task scam."
    strings:
        $job = /\b(wfh|online work|vacanc(y|ies)|employment|side (income|hustle|job)|data entry|typing (job|work)|freelance|human resources|agents? wanted|earn (money|extra|daily|income)|full[ -]?time|remote (work|position|job|role|online)|work online|recruit(er|ment|ing)?|candidate|employees?|jobs|position|resume|hiring|opportunity|staff|career|part[ -]?time|job|work(ing)? (from|at) home)\b/ nocase
        $pay = /\b(wages?|income|salary|paid|payment|(earn|receive|make|get) (up to |over |an extra |extra )?(₱|₹|usd|aed|php|rm|inr|£|€|\$|rs|[0-9]))/ nocase
        $pay_rate = /[0-9] ?(\/hour|\/hr|per hour|per task|rupees per|per month|\/month|per day|per week|a day|\/day|a week|daily|an hour|weekly|\/week)/ nocase
        $job_cv = "cv" nocase fullword
        $job_hr = "hr" nocase fullword
        $easy = /\b(without (any )?(experience|investment)|free training|simple tasks?|home[- ]based|aged? (over|above|must)|own schedule|immediate (start|hire)|spare time|(annual|paid) leave|probation|paid daily|same day pay|flexible (hours|time|schedule|working|online)|easy (work|job|tasks?|money)|[0-9]{1,3} ?min(ute)?s?[ \/]?(a |per |each |every )?day|daily (pay(ment|out)?|salary|income)|anywhere|(over|above|least) (23|22|21|25|20|18)|(using|from) (your|a) (phone|smartphone|mobile)|anytime|no (prior |previous )?(experience|skills|investment|fees|qualification)|limited (spots|slots|seats|vacancy))\b/ nocase
        $tl = /\b((trabaho|kumita|kita(an)?|extra income|sideline)\b.{0,80}\b(araw|bahay|piso|php|daily|p\d|online|\d{3,5})|naghahanap .{0,20}(empleyado|part))/ nocase
        $id = /\b((karyawan|penghasilan|freelance|loker|kerja sampingan|lowongan|part ?time|kerja)\b.{0,100}\b(komisi|per hari|perhari|harian|ribu|gaji|hp|rumah|juta|rp|online|wa)\b)/ nocase
        $es = /\b((trabajo|trabaja|empleo|gana dinero|ingresos?|oferta de empleo|vacante|trabalho|trabalhe|emprego|renda extra|vaga|lavoro|lavora)\b.{0,120}\b(diari[oa]s?|por dia|al dia|sem experiencia|ao dia|al giorno|senza esperienza|medio tiempo|tiempo parcial|meio periodo|telegram|sin experiencia|casa|semana|whats ?app))/ nocase
        $earn = /\b(ganhe|guadagna|verdiene[n]?|verdien|zarabiaj|kazan|gagne[zr]?|gan[ae]) .{0,24}(mois|settimana|giorno|woche|tydzien|hafta|jour|tag|semana|semaine|dia|mes|week).{0,40}(domicile|zuhause|zu hause|thuis|domu|evden|esperienza|erfahrung|chez vous|experiencia|casa|experience)/ nocase
        $fr = /\b((emploi|travail|nebenjob|heimarbeit|arbeiten|thuiswerk|bijbaan|praca|dorywcz|job)\b.{0,120}\b(domicile|par jour|zuhause|pro tag|ohne erfahrung|sans experience|per dag|thuis|dziennie|zdalna|zu hause|telegram|whats ?app))/ nocase
        $tr = /\b((is ilani|ek is|evden calis|evde is|gunluk (kazanc|gelir)|ek gelir|part ?time)\b.{0,120}\b(gunluk|maas|dakika|kazan|telegram|whats ?app|tl))/ nocase
        $hi = /\b((ghar baithe|ghar se|kamaye|kamao|kamaiye|part time job)\b.{0,100}\b(rupaye|roz|mahina|rojana|hazar|daily|whats ?app|rs|\d{3,6}))/ nocase
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
        $vi = /\b(viec lam|tuyen (dung|cong tac vien|ctv)|lam them)\b.{0,100}\b(luong|tai nha|zalo|thu nhap|ngay|online)/ nocase
        $th_1 = "งานพาร์ทไทม์"
        $th_2 = "รายได้"
        $th_3 = "ทำที่บ้าน"
    condition:
        (any of ($job*) and $easy and (any of ($pay*) or money_sign or #easy > 1) and way_to_answer) or (any of ($job*) and #job + #job_cv + #job_hr > 1 and link and (any of ($pay*) or money_sign)) or ($tl and way_to_answer) or ($id and way_to_answer) or ($es and (way_to_answer or link)) or ($earn and link) or ($fr and way_to_answer)
        or ($tr and way_to_answer) or $hi or 2 of ($zh_*) or $zh_3 or $ja_1 or ($ja_2 and (link or $ja_3 or $ja_4)) or ($ja_3 and link) or (any of ($ko_1, $ko_2, $ko_3) and $ko_pay)
        or (any of ($ru_*) and way_to_answer) or (any of ($ar_*) and $ar_pay and way_to_answer) or ($ar_2) or ($ar_3 and way_to_answer) or $vi or ($th_1) or ($th_2 and $th_3)
}
