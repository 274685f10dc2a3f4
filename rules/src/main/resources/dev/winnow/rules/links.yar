// Where a link leads says more than what the text around it claims.

rule link_shortener {
    meta:
        title = "Shortened link"
        category = "junk"
        weight = 20
        why = "A shortener hides the address that the receiver will see too late."
    strings:
        $short = /\b(v\.gd|s\.id|rebrand\.ly|tiny\.(cc|one|pl)|qr\.co|qrco\.de|linktr\.ee|lnk\.to|soo\.gd|cli\.re|clck\.ru|vk\.cc|gg\.gg|u\.to|shrtco\.de|urlz\.fr|bitly\.(ws|com|cx)|tny\.im|surl\.li|n9\.cl|goo\.by|shorten\.(is|ee)|1url\.com|ln\.run|acesse\.(dev|one)|abre\.ai|dub\.sh|dis\.gd|l\.ead\.me|2u\.pw|bre\.is|me2\.kr|reurl\.cc|ppt\.cc|lihi\d?\.(cc|com)|vo\.la|url\.kr|tr\.ee|heylink\.me|kutt\.it|short\.gy|3w\.to|2cm\.es|i\.mp|han\.gl|bit\.do|ow\.ly|goo\.gl|tinyurl\.com|rb\.gy|t\.ly|is\.gd|shorturl\.at|cutt\.ly|bit\.ly)\/[a-z0-9_-]/ nocase
        $spoken = /\b(tinyurl|rb|cutt|bit|is|t)[ \[({]{1,2}(dot|punto|ponto|point)[ \])}]{1,2}(ly|com|gy|gd)\b/ nocase
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
        $rare = /[a-z0-9](\.icu|\.xin|\.buzz|\.cfd|\.sbs|\.cyou|\.gq|\.cf|\.ml|\.pw|\.makeup|\.autos|\.kim|\.uno|\.wang|\.ren|\.lat|\.qpon|\.casino|\.poker|\.porn|\.webcam|\.llc|\.ltd|\.xxx|\.tk|\.mobi|\.vip|\.xyz|\.top)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $hyphen_a = /(-|[0-9]|\.[a-z0-9])[a-z0-9-]{1,40}(\.website|\.space|\.work|\.ink|\.quest|\.beauty|\.hair|\.skin|\.boats|\.homes|\.mom|\.run|\.date|\.racing|\.review|\.stream|\.trade|\.bid|\.party|\.men|\.world|\.click|\.fun|\.life|\.site|\.science|\.rocks|\.bet|\.win|\.club|\.online|\.live)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $path_a = /[a-z0-9](\.click\/|\.win\/|\.bet\/|\.fun\/|\.life\/|\.club\/|\.site\/|\.website\/|\.space\/|\.work\/|\.ink\/|\.quest\/|\.beauty\/|\.hair\/|\.skin\/|\.boats\/|\.homes\/|\.mom\/|\.run\/|\.date\/|\.racing\/|\.review\/|\.stream\/|\.trade\/|\.bid\/|\.party\/|\.science\/|\.men\/|\.world\/|\.live\/|\.online\/|\.rocks\/)[a-z0-9]/ nocase
        $hyphen_b = /(-|[0-9]|\.[a-z0-9])[a-z0-9-]{1,40}(\.digital|\.center|\.services|\.support|\.finance|\.games|\.sex|\.dating|\.singles|\.today|\.shop|\.store|\.one|\.link|\.deals|\.cool|\.tips|\.zone|\.loan|\.cam|\.wiki|\.monster|\.bond|\.lol|\.ws|\.cash|\.money|\.best|\.pro|\.help|\.cc|\.rest)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
        $path_b = /[a-z0-9](\.digital\/|\.center\/|\.services\/|\.support\/|\.finance\/|\.cash\/|\.money\/|\.games\/|\.sex\/|\.dating\/|\.singles\/|\.today\/|\.best\/|\.shop\/|\.store\/|\.one\/|\.pro\/|\.help\/|\.link\/|\.deals\/|\.cool\/|\.tips\/|\.zone\/|\.rest\/|\.loan\/|\.cam\/|\.wiki\/|\.monster\/|\.bond\/|\.lol\/|\.ws\/|\.cc\/)[a-z0-9]/ nocase
        $scheme = /[:][\/][\/][a-z0-9.-]{1,60}(\.website|\.space|\.work|\.ink|\.quest|\.beauty|\.hair|\.skin|\.boats|\.homes|\.mom|\.run|\.date|\.racing|\.review|\.stream|\.trade|\.bid|\.party|\.men|\.world|\.digital|\.center|\.services|\.support|\.finance|\.games|\.sex|\.dating|\.singles|\.today|\.shop|\.store|\.one|\.link|\.deals|\.cool|\.tips|\.zone|\.loan|\.cam|\.wiki|\.monster|\.bond|\.lol|\.ws|\.click|\.fun|\.life|\.site|\.cash|\.money|\.best|\.pro|\.help|\.science|\.rocks|\.bet|\.win|\.club|\.cc|\.rest|\.online|\.live)\b/ nocase
        $free = /\b[a-z0-9-]{1,60}\.(cn\.com|eu\.com|pages\.dev|workers\.dev|r2\.dev|vercel\.app|netlify\.app|weebly\.com|wixsite\.com|blogspot\.co\.id|000webhostapp\.com|firebaseapp\.com|ddns\.net|herokuapp\.com|glitch\.me|myftp\.org|hopto\.org|co\.vu|webs\.com|jimdo\.com|jimdofree\.com|wordpress\.com|trycloudflare\.com|us\.com|web\.app|duckdns\.org|blogspot\.com|ngrok\.io)($|\?|\/|:|[.](\s|$)|[^a-z0-9.@-])/ nocase
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
        $duty = /\b(security-|verif-|verification-|signin-|accounts-|redeliver-|deliveryfee-|clearance-|customs-|parcel-|package-|dispute-|unlock-|unsuspend-|confirm-|validate-|rebate-|citation-|payment-|odeme-|reward-|rewards-|renewal-|cancel-|recover-|alert-|alerts-|clientes-|cliente-|seguridad-|kunden-|servicedesk-|helpdesk-|support-|suivi-|livraison-|paket-|pemenang-|otmena-|podtverdit-|bezopasnost-|zollservice-|relief-|benefit-|benefits-|amende-|vignette-|aktivierung-|atualizacao-|limpanome-|dvla-|fine-|fines-|verifikasi-|redelivery-|penalty-|kyc-|secure-|refund-|dogrulama-|toll-|remboursement-|restore-|billing-|account-|update-|verify-|id-check-|client-|login-)[a-z0-9.-]{2,50}\.[a-z]{2,4}\b/ nocase
        $duty_2 = /[.-](security-|verif-|verification-|signin-|accounts-|redeliver-|deliveryfee-|clearance-|customs-|parcel-|package-|dispute-|unlock-|unsuspend-|confirm-|validate-|rebate-|citation-|payment-|odeme-|reward-|rewards-|renewal-|cancel-|recover-|alert-|alerts-|clientes-|cliente-|seguridad-|kunden-|servicedesk-|helpdesk-|support-|suivi-|livraison-|paket-|pemenang-|otmena-|podtverdit-|bezopasnost-|zollservice-|relief-|benefit-|benefits-|amende-|vignette-|aktivierung-|atualizacao-|limpanome-|dvla-|fine-|fines-|verifikasi-|redelivery-|penalty-|kyc-|secure-|refund-|dogrulama-|toll-|remboursement-|restore-|billing-|account-|update-|verify-|id-check-|client-|login-)[a-z0-9.-]{2,50}\.[a-z]{2,4}\b/ nocase
        $tail = /[a-z0-9](-security|-verification|-verifikasi|-signin|-account|-accounts|-update|-updates|-redelivery|-clearance|-customs|-parcel|-dispute|-restore|-confirm|-validate|-citation\.|-citations|-toll|-tolls|-tollservices|-odeme|-reward\.|-rewards|-renewal|-cancel|-recover|-alert\.|-alerts|-centre|-team|-support|-portal|-gateway|-tracking|-post|-package|-id|-auth|-online|-info|-suivi|-livraison|-paket|-pemenang|-dogrulama|-otmena|-id-verify|-kakunin|-prize\.|-prizes|-saihaitatsu|-relief|-loyalty|-freequote|-promo|-bonus|-fine|-fines|-gov|-govt|-usps|-ups|-dhl|-fedex|-refund|-redeliver|-fee|-unlock|-rebate|-penalty|-kyc|-center|-help|-services|-free|-kargo|-payment|-track|-zoll|-secure|-verify|-verif|-billing|-service|-check|-login|-pay)\.(jp|org|biz|io|mx|cc|eu|cn|uk|ru|au|info|es|br|id|net|ph|us|app|com|it|fr|de|me|in|co|ca)\b/ nocase
        $nested = /[a-z0-9](\.net-|\.co-|\.in-|\.id-|\.fr-|\.de-|\.mx-|\.uk-|\.us-|\.com-|\.org-|\.gov-|\.cn-)[a-z0-9-]{2,40}\.[a-z]{2,10}\b/ nocase
        $brand_sub = /\b(royalmail|instagram|binance|ezpass|sunpass|fastrak|icloud|txtag|wellsfargo|evri|maya|e-zpass|mandiri|chase|bankofamerica|hmrc|gcash|bca|fedex|usps|facebook|sbi|hdfc|icici|ups|gov|netflix|microsoft|apple|paypal|amazon|google|metamask|whatsapp|dhl|coinbase|bri)(\.com|\.gov|\.co)?\.[a-z0-9-]{1,30}-[a-z0-9-]{1,30}\.[a-z]{2,10}\b/ nocase
        $agency = /\b[a-z0-9.-]{0,30}(ezpass|ezdrive|sunpass|fastrak|thetoll|royalmail|appleid|binance|icloud|evri|wellsfargo|axis|amzn|chase|hmrc|gcash|fedex|usps|citibank|sbi|hdfc|icici|dpd|netflix|paypal|amazon|metamask|dhl|paytm|irs|coinbase)(-[a-z0-9-]{2,40}|[a-z0-9]{0,12}-[a-z0-9-]{2,30})\.[a-z]{2,10}\b/ nocase
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
        $ip = /https?:\/\/ ?(6|7|3|8|9|5|4|2|1)[0-9]{0,2}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\b/ nocase
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
        $reply = /reply (with )?.{0,4}(y|yes|1)\b.{0,60}(re-open|open it again|open the (text|message|sms)|copy the link|reopen|activate the link|refresh|exit|close)/ nocase
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
        weight = 10
        why = "Recruiters, brokers and casinos lead strangers away from the network that could block them."
    strings:
        $link = /\b(wa\.link|telegram\.me|lin\.ee|m\.me|chat\.whatsapp\.com|api\.whatsapp\.com|signal\.me|viber\.me|line\.me|wa\.me|t\.me)\/[a-z0-9+@~_-]/ nocase
        $ask = /\b(connect with|chat with|write|join|reach|add|message|contact|msg|reply|text)( to)?( me| us| her| him| our [a-z]{2,10})?( directly)? (on|via|at|through|by) (my |our )?(wechat|signal|viber|telegram|whats ?app|line)\b/ nocase
        $number = /\b(wsp|wapp|wechat|line id|viber|telegram|whats ?app)( (group|number|num|id|us|me|no))?[ .:@-]{1,3}(@|\+|6|7|3|8|9|5|4|0|2|1)[0-9a-z_ ()-]{6,16}/ nocase
        $weixin_1 = "加微信"
        $weixin_2 = "加薇信"
        $weixin_3 = "加我微信"
        $weixin_4 = "微信号"
    condition:
        any of them
}
