// Parcel and customs fraud: a delivery that fails for want of a small payment or an address.

private rule parcel_word {
    strings:
        $en = /\b(parcel|package|packge|delivery|shipment|courier|usps|u\.s\.p\.s|fedex|ups|dhl|royal ?mail|evri|hermes|dpd|an ?post|auspost|australia post|canada ?post|india ?post|nz ?post|singpost|j&t|ninja ?van|lbc|post office|postal)\b/ nocase
        $de = /\b(paket|sendung|hermes|lieferung)\b/ nocase
        $fr = /\b(colis|livraison|chronopost|mondial relay|la poste|colissimo)\b/ nocase
        $es = /\b(paquete|envio|correos|seur|encomenda|pacote|correios|ctt|pacco|spedizione|poste italiane)\b/ nocase
        $nl = /\b(pakket|pakketje|postnl|bpost|zending|pakke|postnord)\b/ nocase
        $tr = /\b(kargo|kargonuz|paketiniz|gonderiniz|ptt)\b/ nocase
        $id = /\b(paket|kiriman|pos indonesia|ekspedisi|jne|bungkusan|pos malaysia)\b/ nocase
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

rule parcel_fee {
    meta:
        title = "Parcel held for a fee"
        category = "junk"
        weight = 60
        unmasks = true
        why = "A small customs or delivery fee by link is the commonest way to harvest cards; carriers bill at the door or in their app."
    strings:
        $en_1 = /\b(customs|import|shipping|handling|clearance|delivery|redelivery|re-delivery|storage|duty|release|postage)( duty| duties| clearance| tax)? (fees?|charges?|tax|duty|payment|cost)\b/ nocase
        $en_2 = /(needs|requires?|pay) (a |an |the )?(small |outstanding |additional |unpaid )?(fee|tax|charge)\b/ nocase
        $en_3 = /\b(unpaid|outstanding|pending) (customs|shipping|postage|delivery|handling)/ nocase
        $de = /\b(zollgebuehr|zollgebuhr|zollgebuhren|zollkosten|versandkosten|einfuhrabgaben|nachgebuhr)/ nocase
        $fr = /\b(frais (de |d')?(douane|livraison|port|dedouanement|reexpedition|traitement)|frais de [0-9]|douane|affranchissement)/ nocase
        $es = /\b(tasas?|gastos|aduana|aduanas|aranceles|taxa|taxas|alfandega|alfandegaria|dogana|spese doganali|tariffa)\b/ nocase
        $nl = /\b(douanekosten|invoerrechten|inklaringskosten|verzendkosten|tullavgift|toldgebyr|told)\b/ nocase
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
        $en_1 = /\b(could ?n.?t|can ?not|can't|unable to|not|failed to|cannot) be (delivered|shipped|processed)\b/ nocase
        $en_2 = /\b(held|on hold|stopped|pending|suspended|stuck|detained|waiting|withheld|returned|stranded|undeliverable) (at|in|by|due|for|because|until|as)\b/ nocase
        $en_3 = /\b(incomplete|invalid|incorrect|wrong|unclear|missing|insufficient|illegible|inaccurate|damaged|no|awaiting|insufficient) (delivery |shipping |house |street |home |postal |zip )?(address|number|details|information|zip ?code|house number)\b/ nocase
        $en_6 = /\b(awaiting (delivery|confirmation|collection|payment)|confirm the (settlement|payment|delivery|shipment)|on its way back|lost parcel|delivery issue)\b/ nocase
        $en_4 = /\b(confirm|update|verify|correct|complete|check|provide|fill in) (your |the )?(delivery |shipping |home |full |correct |parcel )?(address|details|delivery|information|preferences)\b/ nocase
        $en_5 = /\b(reschedul|redeliver|re-deliver|schedule (a )?(new |re)?delivery|delivery attempt|attempted (to )?deliver|delivery (has )?failed|failed delivery|missed (your |a )?(delivery|parcel)|delivery (has been |is )?suspended)/ nocase
        $de = /\b(nicht zugestellt|konnte nicht|zustellung|zustellversuch|adresse|bestatig|wartet)/ nocase
        $fr = /\b(bloque|en attente|n'a pas pu|adresse incomplete|suspendu|non livre|reprogramm|confirme[rz])/ nocase
        $es = /\b(retenido|detenido|no (se )?(pudo|ha podido|se ha podido)|direccion|pendiente|retido|bloqueado|endereco|in giacenza|sospes[oa]|indirizzo|bloccato)\b/ nocase
        $nl = /\b(niet bezorg|vastgehouden|wacht op|adres|bezorgpoging|tillbaka|levere)/ nocase
        $tr = /\b(teslim edilemedi|bekliyor|bekletil|adres|iade|dagitima)/ nocase
        $id = /\b(tertahan|tertunda|gagal|alamat|ditahan|tidak dapat)\b/ nocase
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
