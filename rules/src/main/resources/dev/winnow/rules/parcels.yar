// Parcel and customs fraud: a delivery that fails for want of a small payment or an address.

private rule parcel_word {
    strings:
        $en = /\b(packge|shipment|courier|u\.s\.p\.s|an ?post|auspost|australia post|canada ?post|nz ?post|singpost|ninja ?van|royal ?mail|evri|lbc|hermes|j&t|india ?post|fedex|post office|usps|postal|ups|dpd|parcel|package|delivery|dhl)\b/ nocase
        $de = /\b(paket|sendung|hermes|lieferung)\b/ nocase
        $fr = /\b(livraison|la poste|chronopost|colissimo|mondial relay|colis)\b/ nocase
        $es = /\b(envio|pacote|spedizione|ctt|seur|correios|correos|poste italiane|paquete|pacco|encomenda)\b/ nocase
        $nl = /\b(pakketje|bpost|zending|postnord|postnl|pakket|pakke)\b/ nocase
        $tr = /\b(kargo|kargonuz|paketiniz|gonderiniz|ptt)\b/ nocase
        $id = /\b(kiriman|ekspedisi|bungkusan|pos malaysia|pos indonesia|jne|paket)\b/ nocase
        $pl = /\b(paczka|przesylka|inpost|zasilka|csomag|colet)/ nocase
        $ru_1 = "посылка"
        $ru_2 = "отправление"
        $ru_3 = "доставк"
        $ar_1 = "شحنة"
        $ar_2 = "طرد"
        $ar_3 = "شحنتك"
        $he_1 = "חבילה"
        $he_2 = "המשלוח"
        $hi = "पार्सल"
        $zh_1 = "包裹"
        $zh_2 = "快递"
        $zh_3 = "速运"
        $ja_1 = "お荷物"
        $ja_2 = "宅配"
        $ja_3 = "荷物"
        $ko = "택배"
        $th = "พัสดุ"
        $vi = /\b(buu pham|buu kien|goi hang)\b/ nocase
        $el = "δεμα"
    condition:
        any of them
}

rule parcel_fee {
    meta:
        title = "Parcel held for a fee"
        category = "junk"
        weight = 60
        unmasks = true
        why = "A small customs or delivery fee by link is the commonest way to harvest cards; carriers bill at the door or in their app."
    strings:
        $en_1 = /\b(handling|clearance|re-delivery|storage|postage|duty|redelivery|shipping|release|customs|import|delivery)( duty| duties| clearance| tax)? (duty|payment|charges?|cost|tax|fees?)\b/ nocase
        $en_2 = /(needs|requires?|pay) (a |an |the )?(small |outstanding |additional |unpaid )?(fee|tax|charge)\b/ nocase
        $en_3 = /\b(unpaid|outstanding|pending) (customs|shipping|postage|delivery|handling)/ nocase
        $de = /\b(zollgebuehr|zollgebuhren|zollkosten|versandkosten|einfuhrabgaben|nachgebuhr|zollgebuhr)/ nocase
        $fr = /\b(frais (de |d')?(livraison|dedouanement|reexpedition|traitement|douane|port)|frais de [0-9]|douane|affranchissement)/ nocase
        $es = /\b(tasas?|gastos|aduanas|aranceles|taxas|alfandegaria|dogana|spese doganali|tariffa|taxa|alfandega|aduana)\b/ nocase
        $nl = /\b(invoerrechten|inklaringskosten|verzendkosten|tullavgift|toldgebyr|douanekosten|told)\b/ nocase
        $tr = /\b(gumruk|gumrukte|teslimat ucreti|kargo ucreti)/ nocase
        $id = /\b(bea cukai|bea masuk|biaya (kirim|bea|pajak|admin)|kastam|cukai)\b/ nocase
        $pl = /\b(oplat[aey]|doplat|niedoplat|clo\b|poplatek|vamkezel)/ nocase
        $ru_1 = "таможен"
        $ru_2 = "пошлин"
        $ar_1 = "الجمارك"
        $ar_2 = "رسوم"
        $he_1 = "מכס"
        $he_2 = "דמי"
        $zh_1 = "关税"
        $zh_2 = "關稅"
        $zh_3 = "运费"
        $ja_1 = "関税"
        $ja_2 = "手数料"
        $ko = "관세"
        $vi = "phi hai quan"
    condition:
        parcel_word and link and any of them
}

rule parcel_undelivered {
    meta:
        title = "Parcel that cannot be delivered, with a link"
        category = "junk"
        weight = 45
        why = "Wants an address or a confirmation through a link; real notices carry a tracking number and the carrier's own address."
    strings:
        $en_1 = /\b(failed to|unable to|cannot|could ?n.?t|can ?not|can't|not) be (delivered|shipped|processed)\b/ nocase
        $en_2 = /\b(detained|withheld|stranded|undeliverable|on hold|stuck|returned|stopped|held|waiting|suspended|pending) (until|because|due|by|as|at|for|in)\b/ nocase
        $en_3 = /\b(invalid|unclear|insufficient|illegible|inaccurate|damaged|incorrect|incomplete|awaiting|wrong|missing|no) (zip |postal |shipping |street |house |delivery |home )?(zip ?code|house number|information|address|details|number)\b/ nocase
        $en_6 = /\b(awaiting (delivery|confirmation|collection|payment)|confirm the (settlement|payment|delivery|shipment)|on its way back|lost parcel|delivery issue)\b/ nocase
        $en_4 = /\b(fill in|correct|provide|complete|confirm|update|check|verify) (your |the )?(shipping |correct |full |parcel |delivery |home )?(address|details|delivery|information|preferences)\b/ nocase
        $en_5 = /\b(re-deliver|schedule (a )?(new |re)?delivery|delivery attempt|attempted (to )?deliver|failed delivery|missed (your |a )?(delivery|parcel)|delivery (has been |is )?suspended|reschedul|delivery (has )?failed|redeliver)/ nocase
        $de = /\b(zustellung|zustellversuch|adresse|wartet|nicht zugestellt|konnte nicht|bestatig)/ nocase
        $fr = /\b(en attente|adresse incomplete|suspendu|non livre|n'a pas pu|reprogramm|confirme[rz]|bloque)/ nocase
        $es = /\b(detenido|no (se )?(pudo|ha podido|se ha podido)|direccion|retido|bloqueado|endereco|indirizzo|sospes[oa]|in giacenza|bloccato|retenido|pendiente)\b/ nocase
        $nl = /\b(niet bezorg|vastgehouden|bezorgpoging|tillbaka|levere|adres|wacht op)/ nocase
        $tr = /\b(bekletil|teslim edilemedi|dagitima|iade|adres|bekliyor)/ nocase
        $id = /\b(tertunda|gagal|alamat|ditahan|tidak dapat|tertahan)\b/ nocase
        $pl = /\b(wstrzyman|adres|nie moze|niekompletn|dostarczen)/ nocase
        $ru_1 = "задержан"
        $ru_2 = "адрес"
        $ru_3 = "не удалось"
        $ar_1 = "معلقة"
        $ar_2 = "عنوان"
        $ar_3 = "معلق"
        $he_1 = "ממתינ"
        $he_2 = "כתובת"
        $he_3 = "עוכב"
        $zh_1 = "扣留"
        $zh_2 = "地址"
        $zh_3 = "滞留"
        $ja_1 = "住所"
        $ja_2 = "保管"
        $ja_3 = "持ち帰り"
        $ja_4 = "不在"
        $ko = "주소"
        $vi = "dia chi"
    condition:
        parcel_word and link and any of them
}

rule parcel_compensation {
    meta:
        title = "Lost parcel, refund by messenger"
        category = "junk"
        weight = 50
        unmasks = true
        why = "A courier's invented loss is settled in a chat that asks for the bank account."
    strings:
        $parcel_1 = "快递"
        $parcel_2 = "包裹"
        $lost_1 = "丢失"
        $lost_2 = "理赔"
        $lost_3 = "赔付"
        $lost_4 = "赔偿"
        $lost_5 = "退款"
        $chat_1 = "微信"
        $chat_2 = "QQ"
        $chat_3 = "支付宝"
        $chat_4 = "客服"
        $en = /\b(parcel|package|order) (is |was |has been )?(lost|damaged)\b.{0,80}\b(compensat|refund|whats ?app|telegram)/ nocase
    condition:
        (any of ($parcel_*) and any of ($lost_*) and any of ($chat_*)) or $en
}
