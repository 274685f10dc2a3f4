// Signs of advertising. One or two make a promotion; an advert that shows many of them is junk.

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
