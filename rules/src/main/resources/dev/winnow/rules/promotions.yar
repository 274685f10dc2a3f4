// Signs of advertising. One or two make a promotion; an advert that shows many of them is junk.

rule discount {
    meta:
        title = "Discount"
        category = "promotion"
        weight = 20
        why = "A price cut in percent or money."
    strings:
        $percent = /[0-9]{1,2} ?(%|percent|pct) ?(-? ?[0-9]{1,2} ?%)? ?(reduction|zniz|slev|kedvezm|reducere|de reduction|remise|rabais|disc\b|cheaper|cash ?back|korting|rabatt|de descuento|descuento|di sconto|sconto|rabat|diskon|de desconto|desconto|extra|indirim|discount|sale|bonus|off\b|off)/ nocase
        $upto = /\b(bis zu|fino al?|hasta|jusqu'?a|upto|flat|ate|hingga|save|extra|s\.?d\.?|tot|up ?to|get|do) (a |un |de |to )?(₱|£|€|rp\.? ?|\$|rs\.? ?)?[0-9]{1,3}(%|,?[0-9]{3}|\/-)? ?(reduction|savings?|cash ?back|descuento|rabatt|sconto|korting|rabat|diskon|desconto|discount|sale|off)/ nocase
        $percent_first = /(%|yuzde ) ?[0-9]{1,2}('?(e|a|ye|ya) varan)?( net| ekstra)? ?(indirim|discount|off|korting)/ nocase
        $tr = /\b(tl indirim|hediye ceki|hediye kuponu|para puan|chip-?para|[0-9] al [0-9] ode|indirim(li|ler|i)?)\b/ nocase
        $amount_off = /(₱|rm ?|£|€|rp\.? ?|tl ?|\$|rs\.? ?)[0-9]{1,6}(\.[0-9]{2}|\/-)? ?(coupon|potongan|cashback|cash ?back|indirim|discount|vouchers|voucher|off)\b/ nocase
        $id = /\b(disc\.? ?[0-9]|potongan harga|hemat|harga (spesial|promo|murah|hemat)|gratis ongkir|cash ?back|diskon)\b/ nocase
        $es = /\b(rebajas?|soldes|promos?ion(es)?|promocoes|schnappchen|sonderangebot|aanbieding|wyprzedaz|promocja|znizk[aiu]|akcia|akce|slevy?|akcio|kedvezmeny|reduceri|promotie|descuentos?|promocao|oferta(s)?|ofertas?|sconti?|saldi|rabatte?|uitverkoop|korting|rabat|oferta|descontos?)\b/ nocase
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
        $en = /\b((clearance|end of season|eoss|black friday|cyber monday|eid|payday|festive|monsoon|winter|diwali|anniversary|warehouse|spring|season|grand|midnight|christmas|summer|flash|private|xmas|new year|weekend|mega|holi|final) (sale|savings|clearance|offers?|deals)|sale (extended|starts?|ends?|live|now|is|on)|(exclusive|unbeatable|festive|introductory|combo|festival|lifetime|exciting|launch|brilliant|amazing|fantastic|super|hot|latest|special|mega|limited|best|great|bank|new) (savings|promotions?|deals|price|promo|offers?))\b/ nocase
        $en_free = /\b(buy [0-9] (&|and|,)? ?(get|take)|bogo|no cost emi|emi (from|starting|available)|promo ?code|coupon|use code|pre-?order|in-?store|store (opening|near)|grand opening|new (collection|arrivals?|launch|season)|lucky draw|offer (valid|ends|expires|of the)|members?(hip)? (only|offer)|half price|vouchers?)\b/ nocase
        $en_gift = /free (coupon|demo|consultation|sample|shipping|registration|quote|handset|membership|data|line rental|upgrade|minutes|entry|delivery|gift|visit|weekend|voucher|video|mins|trial|sms|cam(era|corder)?|phone|texts?)\b/ nocase
        $en_order = /\b(order|buy|book) [a-z0-9]{1,6} [a-z]{2,12} (and|&|to) (get|receive|enjoy) (a |an |one |the )?(free|second|third)\b/ nocase
        $tr = /\b(fırsat|avantaj(li|lar)?|ucretsiz|bedava|taksit|pesin fiyatina|ozel fiyat|sepette|koleksiyon|alisveris(e|te|inize|lerde)?|bekliyoruz|davetlisiniz|sizi bekliyor|online'?da|siparis(e|ler)?|kampanya(lar|si|miz|li)?|hediye|firsat(lar|i|ini)?|magaza(lar)?(mizda|miza)?|urun(ler)?(de|e)?|kacirma(yin)?|hemen (al|gel|incele))\b/ nocase
        $id = /\b(obral|penawaran|khusus (hari ini|untuk|anda|buat)|dapatkan|nikmati|buruan|segera|kuota|tersedia|kunjungi|periode|syarat|beli \d{1,9} gratis|spesial|murah|ayo|s&k|belanja|pulsa|gratis|promo(si)?|paket|voucher|bonus)\b/ nocase
        $es = /\b(aprovech[ae]|aproveite|frete gratis|envio gratis|cupon|cupom|livraison offerte|offert[es]?|code promo|profitez|spedizione gratuita|codice sconto|versandkostenfrei|gutschein(code)?|sichern sie sich|angebot|bestel nu|kortingscode|gratis verzending|actie|kod rabatowy|darmowa dostawa|kup teraz|regalo|gratuit[oa]?|acquista|jetzt (kaufen|shoppen|bestellen|sichern)|compra|gratis|compre)\b/ nocase
        $tl = /\b(sulit|bili na|sale na|swabe|panalo|mura|regalo|freebies?|libre(ng)?|load|unli|promo)\b/ nocase
        $hi = /\b(sasta|jaldi|muft|khareed(ein|o)|abhi|sirf|offer)\b/ nocase
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
        $en = /\b(only today|one day only|while stocks? lasts?|act (now|fast)|grab (it|now|your)|sign ?up today|act today|now or never|before it\'?s too late|don\'?t wait|be quick|closing soon|ends (midnight|sunday|tonight|soon|tomorrow|today)|final (days?|hours?)|available now|out now|valid (till|until|upto|only|today)|expires? (today|tonight|soon|at midnight)|offer ends|today only|get yours|hurry|last (chance|day|few)|don\'?t miss|(enrol|sign ?up|register|click|order|join|book|start|buy|shop|apply|play|reply|txt|call) now|limited (edition|period|seats?|units?|stock|spots?|offer|time))\b/ nocase
        $tr = /\b(son (gun|firsat|saatler|sans)|sadece bugun|bugun son|acele|stoklarla sinirli|tarihine kadar|sinirli|simdi|gecerli|kacirma(yin)?|bugune ozel|hemen)\b/ nocase
        $id = /\b(buruan|segera|terbatas|hanya hari ini|jangan lewatkan|khusus hari ini|cepatan|berlaku|beli sekarang|hari ini (saja|aja)|sekarang|hingga [0-9])\b/ nocase
        $es = /\b(ultimo(s)? dia(s)?|ultimas? horas?|por tiempo limitado|ultima chance|nao perca|no te (lo )?pierdas|seulement aujourd|derniers? jours?|letzte chance|nur noch|ultimi giorni|laatste kans|tylko dzis|ostatni dzien|registrate ya|unete ya|subito|solo hoy|so hoje|aujourd'?hui seulement|nur heute|solo oggi|alleen vandaag|compre ja|compra ya|ahora|maintenant|agora|jetzt|corre)\b/ nocase
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
        $en = /(\bstop[ =]?(2|to|4)? ?(unsub|quit|opt|cancel|end|stop|out)\b|opt[ -]?out|unsubscribe|stop (texts?|msgs?|messages)|unsub\b)/ nocase
        $en_1 = "reply stop" nocase
        $en_2 = "text stop" nocase
        $en_3 = "txt stop" nocase
        $en_4 = "send stop" nocase
        $en_5 = "sms stop" nocase
        $en_6 = "reply end" nocase fullword
        $en_7 = "reply quit" nocase
        $en_8 = "reply out" nocase fullword
        $en_9 = "reply cancel" nocase
        $en_10 = "text end" nocase fullword
        $en_11 = "text cancel" nocase
        $en_12 = "reply 'stop" nocase
        $en_13 = "reply \"stop" nocase
        $en_14 = "send cancel" nocase
        $tr = /(istemiyorsaniz|\bret(i)?: [0-9]{4}|smsret|sms iptal|ret[ :]{1,2}[0-9]{4}\b|iptal (yaz|icin|gonder)|\bmersis|\bred (yaz|gonder|icin)|\bret (yaz|gonder|icin))/ nocase
        $id = /\b(unreg|berhenti|stop ke|stop kirim|ketik stop|balas stop)\b|\b(cs|info|cc) ?: ?[0-9]{3}/ nocase
        $eu = /\b(baja (al|sms|en)|no mas sms|cancelar sms|sair|para sair|responda sair|envie sair|abmelde|abmeldung|desinscri|annulla|disiscri|afmeld|rezygn|wypisz|stop (au|al|sms|a) ?\d{4,5}|stop \d{4,5})/ nocase
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
        $pack = /\b(rchrg|top-?up|data pack|full ?talk ?time|sms\/day|hello ?tune|kuota|nelpon|bonus pulsa|internetan|megabayt|gb internet|gb hediye|dk\b|dakika|fatura(li|niza)|tarife(niz|si)?|lira topup|roaming|dth|fiber|postpaid|number portability|5g|promo load|gosurf|unli ?(call|text|data|fb)|\d{2,4} ?mb|broadband|validity|paket (internet|nelpon|data|sms)|pulsa|prepaid|talk ?time|wifi|recharge|unlimited (calls?|data|5g|sms|text)|\d(\.\d)? ?gb( ?\/ ?day|\/d| data| per day)?|caller ?tune|4g|pack(age)?|sim|plan|port)\b/ nocase
        $price = /((\*1|\*2|\*3|\*4|\*5|\*6|\*7|\*8|\*9)[0-9]{1,3}[*#]|[0-9](rb|ribu)\b|[0-9] ?tl\b|[0-9] ?rupees|dial \*|(only|sirf|hanya|cuma|sadece) ?(rs|rp|p|£|\$)?\.? ?[0-9]{2,6})/ nocase
        $call = /\b(port to|tekan|ketik|isi ulang|nikmati|buruan|hediye|aktifkan|firsat|switch|tikla|recharge|gonder|hurry|ozel|upgrade|dial|beli|activate|enjoy|special|to [0-9]{4})\b/ nocase
        $ussd = /(\*1|\*2|\*3|\*4|\*5|\*6|\*7|\*8|\*9)[0-9]{1,3}[*#]/
        $own = /\b(txnid|remaining|your balance|expired on|consumed|you have used|yuklediniz|kalan|sisa|data (is |has been )?used|recharge of|processed|berhasil|has been (recharged|credited)|transaction id|successful(ly)?)\b/ nocase
    condition:
        $pack and ($price or money_sign or bait) and ($call or way_to_answer) and not $own and (link or $ussd or money_sign or filesize > 90)
}

rule advert_of_a_brand {
    meta:
        title = "Advert with prices or a shop"
        category = "promotion"
        weight = 15
        why = "Several prices, terms and a link or code in one message."
    strings:
        $tc = /(t and c|syarat (dan|&)|\*tnc|tnc apply|\bkosullar|\bdetayli? bilgi|\bdetaylar|info(rmasi)? (lebih )?lanjut|dti (fair|permit)|conditions apply|s&k|per dti|t & c|terms (&|and) conditions|t&c|(more )?(details|info)\b)/ nocase
        $price = /(\xc2\xa3[0-9]|\xe2\x82\xac[0-9]|\xe2\x82\xb9[0-9]|\xe2\x82\xb1[0-9]|\$0|\$1|\$2|\$3|\$4|\$5|\$6|\$7|\$8|\$9)/
        $shout = /(SALE|SALES|DEAL|DEALS|OFFER|OFFERS|FREE|HUGE|MEGA)[ !,.]{1,3}[A-Z]{3}/
        $price_tr = /[0-9] ?(lira|ribu|ribuan|euro|eur|tl|rb)\b/ nocase
    condition:
        ($tc and (any of ($price, $price_tr) or link)) or ($shout and link) or (any of ($price, $price_tr) and #price + #price_tr > 2 and link)
}

rule order_here {
    meta:
        title = "Order, call or register here"
        category = "promotion"
        weight = 15
        why = "A verb of buying beside a link, a number or a code."
    strings:
        $verb = /\b(enrol{1,3}|hubungi|kunjungi|incele|siparis|visita|acesse|bestel|zamow|tawag|bili na|klik|tiklayin|llama|hub |basvurun?|reserva|sign ?up|install|achetez|kaufen|acquista|arayin|daftar|register|subscribe|compra|upgrade|download|jetzt|visit|order|book|buy|shop|apply|play|claim|call)\b/ nocase
        $sell = /\b(promocion|angebot|promocja|exclusive|kampanya|murah|dijual|firsat|hanya|libre|oferta|gratuit|sconto|korting|cash ?back|diskon|ozel|gratis|deal|indirim|discount|members?|sale|price|promo|bonus|offer|limited|best|new|win|off|only|free)\b/ nocase
    condition:
        $verb and $sell and (link or phone_number)
}
