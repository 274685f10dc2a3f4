// Where a link leads says more than what the text around it claims.

rule link_shortener {
    meta:
        title = "Shortened link"
        category = "junk"
        weight = 20
        why = "A shortener hides the address that the receiver will see too late."
    strings:
        $short = /\b(bit\.ly|bit\.do|tinyurl\.com|cutt\.ly|rb\.gy|t\.ly|is\.gd|v\.gd|goo\.gl|ow\.ly|shorturl\.at|s\.id|rebrand\.ly|tiny\.(cc|one|pl)|qr\.co|qrco\.de|linktr\.ee|lnk\.to|soo\.gd|cli\.re|clck\.ru|vk\.cc|gg\.gg|u\.to|shrtco\.de|urlz\.fr|bitly\.(ws|com|cx)|tny\.im|surl\.li|n9\.cl|goo\.by|shorten\.(is|ee)|1url\.com|ln\.run|acesse\.(dev|one)|abre\.ai|dub\.sh|dis\.gd|l\.ead\.me|2u\.pw|bre\.is|me2\.kr|reurl\.cc|ppt\.cc|lihi\d?\.(cc|com)|han\.gl|vo\.la|url\.kr|tr\.ee|heylink\.me|kutt\.it|short\.gy|3w\.to|2cm\.es|i\.mp)\/[a-z0-9_-]/ nocase
        $spoken = /\b(bit|tinyurl|cutt|rb|t|is)[ \[({]{1,2}(dot|punto|ponto|point)[ \])}]{1,2}(ly|com|gy|gd)\b/ nocase
    condition:
        any of them
}

rule link_rare_domain {
    meta:
        title = "Link to a throw-away domain"
        category = "junk"
        weight = 30
        unmasks = true
        why = "Fraud lives on endings that cost next to nothing and that banks, carriers and authorities do not use."
    strings:
        $rare = /\b[a-z0-9-]{1,60}\.(top|xyz|vip|icu|buzz|cfd|sbs|cyou|gq|cf|tk|ml|pw|makeup|autos|kim|mobi|ltd|uno|wang|ren|lat|qpon|casino|poker|porn|xxx|webcam|llc)(\/|:|\?|[^a-z0-9.@-]|[.](\s|$)|$)/ nocase
        $hyphen_a = /\b[a-z0-9]{1,30}(-|[0-9]|\.[a-z0-9])[a-z0-9-]{1,40}\.(click|win|bet|fun|life|live|club|online|site|website|space|work|ink|quest|beauty|hair|skin|boats|homes|mom|run|date|racing|review|stream|trade|bid|party|science|men|rocks|world)(\/|:|\?|[^a-z0-9.@-]|[.](\s|$)|$)/ nocase
        $path_a = /[a-z0-9-]{1,40}\.(click|win|bet|fun|life|live|club|online|site|website|space|work|ink|quest|beauty|hair|skin|boats|homes|mom|run|date|racing|review|stream|trade|bid|party|science|men|rocks|world)\/[a-z0-9]/ nocase
        $scheme_a = /https?:\/\/[a-z0-9.-]{1,60}\.(click|win|bet|fun|life|live|club|online|site|website|space|work|ink|quest|beauty|hair|skin|boats|homes|mom|run|date|racing|review|stream|trade|bid|party|science|men|rocks|world)\b/ nocase
        $hyphen_b = /\b[a-z0-9]{1,30}(-|[0-9]|\.[a-z0-9])[a-z0-9-]{1,40}\.(digital|center|services|support|finance|cash|money|games|sex|dating|singles|today|best|shop|store|one|pro|help|link|deals|cool|tips|zone|rest|loan|cam|wiki|monster|bond|lol|cc|ws)(\/|:|\?|[^a-z0-9.@-]|[.](\s|$)|$)/ nocase
        $path_b = /[a-z0-9-]{1,40}\.(digital|center|services|support|finance|cash|money|games|sex|dating|singles|today|best|shop|store|one|pro|help|link|deals|cool|tips|zone|rest|loan|cam|wiki|monster|bond|lol|cc|ws)\/[a-z0-9]/ nocase
        $scheme_b = /https?:\/\/[a-z0-9.-]{1,60}\.(digital|center|services|support|finance|cash|money|games|sex|dating|singles|today|best|shop|store|one|pro|help|link|deals|cool|tips|zone|rest|loan|cam|wiki|monster|bond|lol|cc|ws)\b/ nocase
        $free = /\b[a-z0-9-]{1,60}\.(cn\.com|us\.com|eu\.com|web\.app|pages\.dev|workers\.dev|r2\.dev|vercel\.app|netlify\.app|weebly\.com|wixsite\.com|blogspot\.com|blogspot\.co\.id|000webhostapp\.com|firebaseapp\.com|duckdns\.org|ddns\.net|ngrok\.io|herokuapp\.com|glitch\.me|myftp\.org|hopto\.org|co\.vu|webs\.com|jimdo\.com|jimdofree\.com|wordpress\.com|trycloudflare\.com)(\/|:|\?|[^a-z0-9.@-]|[.](\s|$)|$)/ nocase
    condition:
        any of them
}

rule link_lookalike_domain {
    meta:
        title = "Link to a look-alike domain"
        category = "junk"
        weight = 45
        unmasks = true
        why = "An address that strings a brand or a duty together with hyphens imitates the real one, which needs no such words."
    strings:
        $duty = /\b[a-z0-9.-]{0,40}-?(secure|security|verify|verif|verification|verifikasi|login|signin|account|accounts|billing|update|refund|redelivery|redeliver|delivery-?fee|clearance|customs|parcel|package|dispute|restore|unlock|unsuspend|confirm|validate|rebate|penalty|citation|toll|kyc|payment|odeme|reward|rewards|renewal|cancel|recover|alert|alerts|client|clientes|cliente|seguridad|kunden|service-?desk|help-?desk|support|suivi|livraison|paket|pemenang|dogrulama|otmena|podtverdit|bezopasnost|remboursement|zollservice|id-check|relief|benefit|benefits|amende|vignette|aktivierung|atualizacao|limpanome|dvla|fine|fines)-[a-z0-9.-]{2,50}\.(com|net|org|info|co|us|uk|in|eu|de|fr|es|it|ru|ph|id|cn|me|io|app|cc|biz|ca|au|br|mx|jp)\b/ nocase
        $tail = /\b[a-z0-9.-]{2,50}-(secure|security|verify|verif|verification|verifikasi|login|signin|account|accounts|billing|update|updates|refund|redelivery|redeliver|fee|clearance|customs|parcel|dispute|restore|unlock|confirm|validate|rebate|penalty|citations?|toll|tolls|tollservices|kyc|payment|pay|odeme|rewards?|renewal|cancel|recover|alerts?|center|centre|team|support|help|service|services|portal|gateway|track|tracking|post|package|check|id|auth|online|info|suivi|livraison|zoll|paket|pemenang|dogrulama|otmena|id-verify|kakunin|prizes?|saihaitatsu|relief|loyalty|free|freequote|promo|bonus|kargo|fine|fines|gov|govt|usps|ups|dhl|fedex)\.(com|net|org|info|co|us|uk|in|eu|de|fr|es|it|ru|ph|id|cn|me|io|app|cc|biz|ca|au|br|mx|jp|co\.[a-z]{2}|com\.[a-z]{2})\b/ nocase
        $nested = /\b[a-z0-9-]{2,40}\.(com|net|org|gov|co|in|id|fr|de|mx|cn|uk|us)-[a-z0-9-]{2,40}\.[a-z]{2,10}\b/ nocase
        $brand_sub = /\b(paypal|apple|icloud|amazon|netflix|chase|wellsfargo|bankofamerica|usps|dhl|fedex|ups|hmrc|gov|royalmail|evri|whatsapp|facebook|instagram|microsoft|google|coinbase|binance|metamask|sbi|hdfc|icici|gcash|maya|bca|bri|mandiri|ezpass|e-zpass|sunpass|fastrak|txtag)(\.com|\.gov|\.co)?\.[a-z0-9-]{1,30}-[a-z0-9-]{1,30}\.[a-z]{2,10}\b/ nocase
        $agency = /\b[a-z0-9.-]{0,30}(usps|ezpass|ezdrive|sunpass|fastrak|thetoll|irs|hmrc|royalmail|evri|dpd|dhl|fedex|netflix|paypal|amazon|amzn|icloud|appleid|wellsfargo|chase|citibank|coinbase|binance|metamask|sbi|hdfc|icici|axis|paytm|gcash)(-[a-z0-9-]{2,40}|[a-z0-9]{0,12}-[a-z0-9-]{2,30})\.[a-z]{2,10}\b/ nocase
    condition:
        any of them
}

rule link_bare_address {
    meta:
        title = "Link to a bare IP address or punycode"
        category = "junk"
        weight = 45
        unmasks = true
        why = "No business asks its customers to visit a number or an encoded look-alike name."
    strings:
        $ip = /https?:\/\/ ?(1|2|3|4|5|6|7|8|9)[0-9]{0,2}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\b/ nocase
        $puny = /\bxn--[a-z0-9-]{2,50}\.[a-z]{2,10}/ nocase
    condition:
        any of them
}

rule link_activation_trick {
    meta:
        title = "Asks to reply so that the link works"
        category = "junk"
        weight = 60
        unmasks = true
        why = "Phones disable links from strangers until one replies; only fraud asks for that detour."
    strings:
        $reply = /reply (with )?.{0,4}(y|yes|1)\b.{0,60}(exit|close|reopen|re-open|open it again|open the (text|message|sms)|activate the link|copy the link|refresh)/ nocase
        $copy = /(copy|paste) (and paste )?(the|this) (link|url|address|website) (in)?to (your |the )?(safari|chrome|browser)/ nocase
        $exit = /(exit|close) (the |this )?(sms|text|message|text message|conversation).{0,20}(and )?(then )?(reopen|re-open|open it|open again|return)/ nocase
        $reopen = /(re-?open|open again) (the |this )?(sms|text|message|text message|conversation)/ nocase
    condition:
        any of them
}

rule contact_by_messenger {
    meta:
        title = "Moves the talk to a messenger"
        category = "junk"
        weight = 25
        why = "Recruiters, brokers and casinos lead strangers away from the network that could block them."
    strings:
        $link = /\b(wa\.me|wa\.link|t\.me|telegram\.me|line\.me|lin\.ee|m\.me|chat\.whatsapp\.com|api\.whatsapp\.com|signal\.me|viber\.me)\/[a-z0-9+@~_-]/ nocase
        $ask = /\b(contact|message|text|msg|add|reach|join|reply|chat with|connect with|write)( to)?( me| us| her| him| our [a-z]{2,10})?( directly)? (on|via|at|through|by) (my |our )?(whats ?app|telegram|wechat|line|viber|signal)\b/ nocase
        $number = /\b(whats ?app|wsp|wapp|telegram|viber|wechat|line id)( (me|us|no|num|number|id|group))?[ .:@-]{1,3}(\+|0|1|2|3|4|5|6|7|8|9|@)[0-9a-z_ ()-]{6,16}/ nocase
        $weixin_1 = "加微信"
        $weixin_2 = "加薇信"
        $weixin_3 = "加我微信"
        $weixin_4 = "微信号"
    condition:
        any of them
}
