// Signs of advertising. One or two make a promotion; an advert that shows many of them is junk.

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

rule discount {
    meta:
        title = "Discount"
        category = "promotion"
        weight = 20
        why = "A price cut in percent or money."
    strings:
        $percent = /[0-9]{1,2} ?(%|percent|pct) ?(-? ?[0-9]{1,2} ?%)? ?(off|discount|disc\b|cash ?back|cheaper|sale|reduction|bonus|extra|korting|rabatt|reduction|de descuento|descuento|de desconto|desconto|di sconto|sconto|indirim|diskon|rabat|zniz|slev|kedvezm|reducere|de reduction|remise|rabais|off\b)/ nocase
        $upto = /\b(up ?to|upto|flat|save|get|extra|hasta|jusqu'?a|bis zu|fino al?|ate|tot|do|hingga|s\.?d\.?) (a |un |de |to )?(£|\$|€|rs\.? ?|₱|rp\.? ?)?[0-9]{1,3}(%|,?[0-9]{3}|\/-)? ?(off|discount|cash ?back|savings?|sale|descuento|desconto|reduction|rabatt|sconto|korting|rabat|diskon)/ nocase
        $percent_first = /(%|yuzde ) ?[0-9]{1,2}('?(e|a|ye|ya) varan)?( net| ekstra)? ?(indirim|discount|off|korting)/ nocase
        $tr = /\b([0-9] al [0-9] ode|indirim(li|ler|i)?|tl indirim|hediye ceki|hediye kuponu|para puan|chip-?para)\b/ nocase
        $amount_off = /(£|\$|€|rs\.? ?|₱|rp\.? ?|rm ?|tl ?)[0-9]{1,6}(\.[0-9]{2}|\/-)? ?(off|discount|cash ?back|voucher|vouchers|coupon|indirim|potongan|cashback)\b/ nocase
        $id = /\b(diskon|disc\.? ?[0-9]|potongan harga|cash ?back|harga (spesial|promo|murah|hemat)|hemat|gratis ongkir)\b/ nocase
        $es = /\b(descuentos?|rebajas?|descontos?|soldes|promos?ion(es)?|promocao|promocoes|oferta(s)?|ofertas?|sconti?|saldi|rabatte?|schnappchen|sonderangebot|uitverkoop|aanbieding|korting|rabat|wyprzedaz|promocja|znizk[aiu]|akcia|akce|slevy?|akcio|kedvezmeny|reduceri|oferta|promotie)\b/ nocase
        $he = "הנחה"
        $ar_1 = "خصم"
        $ar_2 = "تخفيض"
        $ar_3 = "عروض"
        $fa = "تخفیف"
        $ru_1 = "скидк"
        $ru_2 = "распродаж"
        $ru_3 = "акция"
        $ru_4 = "кешбэк"
        $zh_1 = "折"
        $zh_2 = "优惠"
        $zh_3 = "打折"
        $zh_4 = "优惠券"
        $zh_5 = "優惠"
        $zh_6 = "促销"
        $ja_1 = "OFF"
        $ja_2 = "割引"
        $ja_3 = "クーポン"
        $ja_4 = "セール"
        $ja_5 = "お得"
        $ko_1 = "할인"
        $ko_2 = "쿠폰"
        $ko_3 = "(광고)"
        $th_1 = "ลดราคา"
        $th_2 = "ส่วนลด"
        $th_3 = "โปรโมชั่น"
        $vi = /\b(giam gia|khuyen mai|uu dai|giam [0-9]{1,2}%|km\b.{0,20}the nap)\b/ nocase
        $hi = /\b(chhoot|chhut|bhari chhoot)\b/ nocase
        $vi_percent = /giam (den |toi |ngay )?[0-9]{1,3}(%|k)/ nocase
    condition:
        any of ($percent*, $upto, $tr, $amount_off, $es, $vi*) or (any of ($id, $he, $ar_*, $fa, $ru_*, $zh_2, $zh_3, $zh_4, $zh_5, $zh_6, $ja_2, $ja_3, $ja_4, $ja_5, $ko_1, $ko_2, $th_*, $hi) and (link or filesize > 90)) or $ko_3
        or ($zh_1 and link) or ($ja_1 and $ja_4)
}

rule sale_or_offer {
    meta:
        title = "Sale or offer"
        category = "promotion"
        weight = 15
        why = "The vocabulary of shops."
    strings:
        $en = /\b((flash|mega|summer|winter|spring|clearance|end of season|eoss|final|black friday|cyber monday|diwali|holi|eid|christmas|xmas|new year|payday|midnight|weekend|anniversary|festive|monsoon|grand|season|warehouse|private) (sale|savings|clearance|offers?|deals)|sale (is|ends?|starts?|now|on|live|extended)|(special|exclusive|limited|amazing|exciting|great|best|hot|super|unbeatable|festival|festive|introductory|launch|bank|combo|mega|lifetime|latest|new|fantastic|brilliant) (offers?|deals|price|savings|promotions?|promo))\b/ nocase
        $en_free = /\b(free (gift|delivery|shipping|entry|trial|mins|minutes|texts?|sms|data|coupon|voucher|demo|sample|registration|membership|visit|consultation|quote|upgrade|phone|handset|cam(era|corder)?|video|line rental|weekend)|offer (valid|ends|expires|of the)|buy \d+ (&|and|,)? ?(get|take)|b[0-9]g[0-9]|bogo|half price|no cost emi|emi (from|starting|available)|promo ?code|coupon( code)?|vouchers?|use code|lucky draw|pre-?order|new (collection|arrivals?|launch|season)|in-?store|store (opening|near)|grand opening|members?(hip)? (only|offer))\b/ nocase
        $en_order = /\b(order|buy|book) [a-z0-9]{1,6} [a-z]{2,12} (and|&|to) (get|receive|enjoy) (a |an |one |the )?(free|second|third)\b/ nocase
        $tr = /\b(kampanya(lar|si|miz|li)?|firsat(lar|i|ini)?|fırsat|avantaj(li|lar)?|ucretsiz|bedava|hediye|taksit|pesin fiyatina|ozel fiyat|sepette|magaza(lar)?(mizda|miza)?|koleksiyon|urun(ler)?(de|e)?|alisveris(e|te|inize|lerde)?|kacirma(yin)?|bekliyoruz|davetlisiniz|sizi bekliyor|hemen (al|gel|incele)|online'?da|siparis(e|ler)?)\b/ nocase
        $id = /\b(promo(si)?|obral|beli \d+ gratis|gratis|bonus|penawaran|khusus (hari ini|untuk|anda|buat)|spesial|murah|belanja|voucher|dapatkan|nikmati|buruan|ayo|segera|kuota|paket|pulsa|tersedia|kunjungi|periode|s&k|syarat)\b/ nocase
        $es = /\b(compra|compre|aprovech[ae]|aproveite|gratis|gratuit[oa]?|regalo|frete gratis|envio gratis|cupon|cupom|livraison offerte|offert[es]?|code promo|profitez|acquista|spedizione gratuita|codice sconto|versandkostenfrei|gutschein(code)?|jetzt (kaufen|shoppen|bestellen|sichern)|sichern sie sich|angebot|bestel nu|kortingscode|gratis verzending|actie|kod rabatowy|darmowa dostawa|kup teraz)\b/ nocase
        $tl = /\b(libre(ng)?|mura|sulit|bili na|promo|sale na|swabe|panalo|regalo|freebies?|load|unli)\b/ nocase
        $hi = /\b(sirf|khareed(ein|o)|abhi|muft|offer|sasta|jaldi)\b/ nocase
        $ru_1 = "бесплатн"
        $ru_2 = "подарок"
        $ru_3 = "только сегодня"
        $ru_4 = "успейте"
        $ru_5 = "промокод"
        $ru_6 = "выгодн"
        $ru_7 = "новая коллекция"
        $ar_1 = "مجانا"
        $ar_2 = "عرض"
        $ar_3 = "تسوق"
        $ar_4 = "احصل على"
        $ar_5 = "اشتر"
        $he_1 = "מבצע"
        $he_2 = "חינם"
        $he_3 = "רק היום"
        $zh_1 = "限时"
        $zh_2 = "免费"
        $zh_3 = "抢购"
        $zh_4 = "特价"
        $zh_5 = "回复T退订"
        $zh_6 = "退订"
        $zh_7 = "拒收请回复"
        $zh_8 = "回T退"
        $zh_9 = "活动"
        $ja_1 = "無料"
        $ja_2 = "限定"
        $ja_3 = "キャンペーン"
        $ja_4 = "今すぐ"
        $ko_1 = "무료"
        $ko_2 = "이벤트"
        $ko_3 = "무료수신거부"
        $th_1 = "ฟรี"
        $th_2 = "พิเศษ"
        $vi = /\b(mien phi|tang ngay|co hoi|chi voi|dang ky ngay|soan tin|tang [0-9]{1,3}%)\b/ nocase
    condition:
        any of ($en*) or ($tr and (link or #tr > 1 or filesize > 100)) or ($id and (link or (#id > 1 and filesize > 90))) or ($es and (link or #es > 1)) or ($tl and link) or ($hi and link) or (any of ($ru_3, $ru_4, $ru_5, $ru_7) and (link or filesize > 120)) or (any of ($ru_*) and link)
        or (any of ($ar_*) and link) or any of ($he_1, $he_3) or ($he_2 and link) or any of ($zh_5, $zh_6, $zh_7, $zh_8) or (any of ($zh_*) and link) or (any of ($ja_*) and link)
        or $ko_3 or (any of ($ko_*) and link) or (any of ($th_*) and link) or ($vi and (link or #vi > 1))
}

rule act_now {
    meta:
        title = "Hurry"
        category = "promotion"
        weight = 10
        why = "Only today, last chance, limited."
    strings:
        $en = /\b(hurry|last (chance|day|few)|today only|only today|one day only|limited (time|period|offer|stock|seats?|units?|spots?|edition)|while stocks? lasts?|don'?t miss|dont miss|act (now|fast)|ends? (today|tonight|soon|midnight|tomorrow|sunday)|expires? (today|tonight|soon|at midnight)|only \d+ (left|days|hours|seats)|offer ends|valid (till|until|upto|only|today)|grab (it|now|your)|rush|final (days?|hours?)|book now|shop now|buy now|order now|call now|apply now|click now|enrol now|register now|join now|sign ?up (now|today)|start now|play now|txt now|reply now|act today|now or never|before it'?s too late|don'?t wait|available now|out now|get yours|be quick|closing soon)\b/ nocase
        $tr = /\b(son (gun|firsat|saatler|sans)|sadece bugun|bugune ozel|bugun son|kacirma(yin)?|acele|stoklarla sinirli|hemen|tarihine kadar|sinirli|simdi|gecerli)\b/ nocase
        $id = /\b(buruan|segera|terbatas|hari ini (saja|aja)|hanya hari ini|berlaku|sekarang|jangan lewatkan|khusus hari ini|beli sekarang|cepat(an)?|s\.?d\.? ?\d|hingga \d)\b/ nocase
        $es = /\b(solo hoy|ultimo(s)? dia(s)?|ultimas? horas?|por tiempo limitado|so hoje|ultima chance|corre|nao perca|no te (lo )?pierdas|aujourd'?hui seulement|seulement aujourd|derniers? jours?|nur heute|letzte chance|nur noch|solo oggi|ultimi giorni|alleen vandaag|laatste kans|tylko dzis|ostatni dzien|compre ja|compra ya|registrate ya|unete ya|jetzt|maintenant|subito|ahora|agora)\b/ nocase
        $tl = /\b(ngayon na|bilisan|huwag palampasin|last day|habang may|limited slots?)\b/ nocase
        $hi = /\b(aaj (hi|sirf)|jaldi|aakhri|sirf aaj|abhi)\b/ nocase
        $ru_1 = "только сегодня"
        $ru_2 = "торопит"
        $ru_3 = "последний день"
        $ru_4 = "спешите"
        $ar_1 = "لفترة محدودة"
        $ar_2 = "اليوم فقط"
        $ar_3 = "سارع"
        $ar_4 = "الآن"
        $he_1 = "רק היום"
        $he_2 = "עכשיו"
        $zh_1 = "最后"
        $zh_2 = "立即"
        $zh_3 = "马上"
        $zh_4 = "点击"
        $ja_1 = "今すぐ"
        $ja_2 = "本日限定"
        $ja_3 = "期間限定"
        $ko_1 = "지금"
        $ko_2 = "오늘만"
        $vi = /\b(nhanh tay|duy nhat hom nay|chi hom nay|ngay hom nay|so luong co han|den het)\b/ nocase
        $th = "วันนี้"
    condition:
        $en or ((any of ($tr, $id, $es, $tl, $hi, $vi, $ru_*, $ar_*, $he_*, $zh_*, $ja_*, $ko_*, $th)) and (link or filesize > 120))
}

rule opt_out {
    meta:
        title = "Way to unsubscribe"
        category = "junk"
        weight = 25
        why = "Bulk senders must offer it; people do not."
    strings:
        $en = /\b((reply|text|txt|send|sms) ["'*]?(stop|unsub(scribe)?|end|quit|optout|opt-?out|out|cancel)\b|stop ?(=|2|to|4) ?(end|quit|stop|opt|unsub|cancel|out)|stop2(end|quit|stop)|opt[ -]?out|unsubscribe|to stop (texts?|msgs?|messages)|stop msgs?|unsub\b)/ nocase
        $tr = /\b(ret|iptal|red)\b.{0,20}\b(yaz|gonder|icin)|\b(sms|mesaj|tanitim).{0,30}(almak istemiyorsaniz|istemiyorsaniz|iptal)|\bmersis|\bret(i)?[: ]{1,2}\d{4}|smsret|sms iptal|\bred icin/ nocase
        $id = /\b(stop|unreg|berhenti)\b.{0,20}\b(kirim|ketik|ke \d|balas)|\b(cs|info|cc) ?: ?\d{3,}/ nocase
        $eu = /\b(stop (au|al|sms|a) ?\d{4,5}|stop \d{4,5}|baja (al|sms|en)|no mas sms|cancelar sms|sair|para sair|responda sair|envie sair|abmelde|abmeldung|desinscri|annulla|disiscri|afmeld|rezygn|wypisz)/ nocase
        $ru = "отказ"
        $ru_2 = "отписа"
        $zh_1 = "退订"
        $zh_2 = "拒收"
        $ko = "수신거부"
        $he = "להסרה"
        $ar = "لإلغاء"
        $vi = /\b(tu choi (qc|quang cao|nhan)|tc (gui|qc)|\[qc\]|\(qc\))/ nocase
    condition:
        any of them
}

rule recharge_pack {
    meta:
        title = "Recharge or data pack"
        category = "promotion"
        weight = 20
        why = "Carriers sell their own customers more data."
    strings:
        $pack = /\b(recharge|rchrg|top-?up|data pack|unlimited (calls?|data|5g|sms|text)|full ?talk ?time|talk ?time|\d(\.\d)? ?gb( ?\/ ?day|\/d| data| per day)?|\d{2,4} ?mb|sms\/day|caller ?tune|hello ?tune|validity|paket (internet|nelpon|data|sms)|kuota|pulsa|nelpon|bonus pulsa|internetan|megabayt|gb internet|gb hediye|dk\b|dakika|fatura(li|niza)|tarife(niz|si)?|lira topup|pack(age)?|plan|roaming|dth|broadband|fiber|wifi|prepaid|postpaid|port|number portability|4g|5g|promo load|gosurf|unli ?(call|text|data|fb)|sim)\b/ nocase
        $price = /(\b(rs\.?|inr|rp\.?|p|php|only|just|at|@|for|get|sirf|hanya|cuma|sadece) ?(rs\.? ?|rp\.? ?|p|£|\$)?[0-9]{1,6}|\*[0-9]{2,4}(\*[0-9]{1,5}){0,3}#|[0-9]{1,3}(rb|ribu|k)\b|[0-9]{1,4}[.,]?[0-9]{0,2} ?tl\b|\bfree\b|\bgratis\b|\b[0-9]{1,4} ?(rs|rupees|\/-)|dial \*)/ nocase
        $call = /\b(dial|click|recharge|get|enjoy|call|sms|hurry|activate|upgrade|port|switch|offer|special|visit|tap|now|aktifkan|hub|tekan|ketik|daftar|beli|isi ulang|nikmati|ayo|buruan|gonder|yaz|tikla|ozel|ara|firsat|hediye|register|text|to \d{4})\b/ nocase
        $ussd = /\*[0-9]{2,4}(\*[0-9]{1,5}){0,3}#/
        $bang = /!/
        $own = /\b(successful(ly)?|has been (recharged|credited)|recharge of|processed|transaction id|txn|txnid|ref|remaining|your balance|expired on|used \d+%|data (is |has been )?used|consumed|you have used|yuklediniz|kalan|sisa|berhasil)\b/ nocase
    condition:
        $pack and $price and $call and not $own and (link or $ussd or $bang or filesize > 90)
}

rule advert_of_a_brand {
    meta:
        title = "Advert with prices or a shop"
        category = "promotion"
        weight = 15
        why = "Several prices, terms and a link or code in one message."
    strings:
        $tc = /(\bt ?& ?c'?s?\b|\bt and c'?s?\b|\bterms (&|and) conditions\b|\bconditions apply\b|\bs&k\b|\bsyarat (dan|&)|\*?tnc\b|\bkosullar\b|\bdetayli? bilgi\b|\bdetay(lar|li)?\b|\bfor (more )?(details|info)\b|\binfo(rmasi)? (lebih )?lanjut\b|\bper dti|\bdti (fair|permit)|t&c)/ nocase
        $price = /(£|\$|€|\brs\.? ?|\brp\.? ?|₹|₱|\bphp ?)[0-9]/ nocase
        $price_tr = /[0-9] ?(tl|lira|euro|eur|rb|ribu|ribuan)\b/ nocase
        $shout = /\b[A-Z]{3,12}[ !,.]{1,3}[A-Z]{3,12}[ !,.]{1,3}[A-Z]{3,12}\b/
        $bang = /!.{0,200}!/
    condition:
        ($tc and (any of ($price, $price_tr) or link or $bang)) or ($shout and $bang and link) or (#price + #price_tr > 2 and link)
}

rule order_here {
    meta:
        title = "Order, call or register here"
        category = "promotion"
        weight = 15
        why = "A verb of buying beside a link, a number or a code."
    strings:
        $verb = /\b(shop|buy|order|book|visit|call|register|download|install|apply|sign ?up|subscribe|upgrade|play|enrol+|claim|hub(ungi)?|klik|kunjungi|daftar|ara(yin)?|tikla(yin)?|incele|basvur(un)?|siparis|yaz|compra|visita|llama|reserva|acesse|achetez|jetzt|kaufen|acquista|bestel|kup|zamow|tawag|bili)\b/ nocase
        $number = /(\+|0|1|7|8|9)[0-9]{2,4}[ -]?[0-9]{3,4}[ -]?[0-9]{2,5}\b/
        $sell = /\b(offer|off|sale|discount|free|deal|price|only|best|new|from|rs|promo|bonus|indirim|kampanya|firsat|ozel|tl|diskon|gratis|murah|hanya|rp|oferta|promocion|gratuit|angebot|sconto|korting|promocja|libre|limited|exclusive|members?|win|cash ?back|emi)\b/ nocase
    condition:
        $verb and $sell and (link or $number)
}
