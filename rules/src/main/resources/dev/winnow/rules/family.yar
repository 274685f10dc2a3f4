// Someone pretends to be your child, your boss or an old friend.

rule family_new_number {
    meta:
        title = "A relative with a new number"
        category = "junk"
        weight = 60
        unmasks = true
        why = "\"Hi mum, my phone broke, this is my new number\" opens a request for money; a real child calls."
    strings:
        $kin_en = /\b(mommy|grandpa|auntie|grandma|aunty|mummy|nan|daddy|mam|mum|mom|dad)\b/ nocase
        $new_en = /\b((new|temporary|temp|friend'?s) (number|num|no)|my (new|temporary) (number|num|no|phone))\b/ nocase
        $broke_en = /\b((phone|mobile|cell)(\'s| is| has| was| got)? ?(been )?(damaged|cracked|stolen|in the (toilet|sink|water)|broken|smashed|dropped|died|broke|water|lost|dead)|(cracked|damaged|smashed|dropped|broke|lost) my (phone|mobile|cell)|my old (phone|number))\b/ nocase
        $here_en = /\b(this (is my )?(new |temporary )?(number|num|no)|(text|message|msg|whats ?app|contact) me (on|at|here|back on)|on whats ?app|save (this|it|my)|new number)\b/ nocase
        $kin_de = /\b(hallo|hi|hey)? ?(mama|mutti|papa|oma|opa)\b/ nocase
        $new_de = /\b(neue (handy)?nummer|handy (ist )?(kaputt|verloren|ins)|neues handy|handy .{0,20}kaputt|whatsapp)/ nocase
        $kin_fr = /\b(maman|papa|mamie|papi)\b/ nocase
        $new_fr = /\b(nouveau numero|casse mon (telephone|tel|portable)|(telephone|portable|tel) (est )?(casse|tombe|hs|en panne)|perdu mon (telephone|portable|tel)|mon nouveau num)/ nocase
        $kin_es = /\b(mami|papi|abuela|mae|papa|mamma|mama|pai)\b/ nocase
        $new_es = /\b(nuevo (numero|movil|telefono|celular)|(movil|telefono|celular) (se (me )?(ha )?)?(roto|cayo|rompio|perdi)|novo numero|meu (celular|telefone|telemovel) (quebrou|estragou|caiu|avariou)|telefono (si e|mi si e|e) rotto|se me (ha )?(rompio|roto|cayo|perdio)|numero novo|nuovo numero|rotto il (telefono|cellulare))/ nocase
        $kin_nl = /\b(mama|papa|mamma|mam|pap)\b/ nocase
        $new_nl = /\b(nieuw(e)? (nummer|mobiel|telefoon)|(telefoon|mobiel) (is )?(kapot|stuk|gevallen)|nytt nummer|nyt nummer|nye nummer)/ nocase
        $kin_tr = /\b(anne|baba|annecim|babacim)\b/ nocase
        $new_tr = /\b(yeni numara|telefonum (bozuldu|kirildi|kayboldu)|yeni hattim)/ nocase
        $kin_id = /\b(ayah|bunda|ibu|halo (ma|pa|bu)|papa|nak|mama|pak|mak)\b/ nocase
        $new_id = /\b(minta pulsa|belikan (mama |papa )?pulsa|kirim pulsa|no baru|isi(kan)? pulsa|nomor baru|no(mor|mer)? (ini )?baru|hp (mama|papa|ku)? ?(rusak|hilang)|di kantor polisi)/ nocase
        $kin_pl = /\b(mamo|tato|mamus)\b/ nocase
        $new_pl = /\b(nowy numer|telefon (mi )?(sie )?(zepsul|popsul|rozbil))/ nocase
        $kin_hi = /\b(mummy|papa|maa|bhai|beta)\b/ nocase
        $new_hi = /\b(naya number|phone (toot|kharab|kho) gaya|new number hai)/ nocase
        $kin_ru1 = "мам"
        $kin_ru2 = "пап"
        $new_ru1 = "новый номер"
        $new_ru2 = "телефон сломал"
        $new_ru3 = "разбил телефон"
        $kin_ar1 = "أمي"
        $kin_ar2 = "امي"
        $kin_ar3 = "ماما"
        $kin_ar4 = "أبي"
        $new_ar1 = "رقمي الجديد"
        $new_ar2 = "رقم جديد"
        $kin_he = "אמא"
        $new_he1 = "המספר החדש"
        $new_he2 = "מספר חדש"
        $kin_zh1 = "妈"
        $kin_zh2 = "爸"
        $new_zh1 = "新号码"
        $new_zh2 = "新号"
        $new_zh3 = "换号码了"
        $kin_ja1 = "お母さん"
        $kin_ja2 = "母さん"
        $new_ja1 = "番号が変わ"
        $new_ja2 = "新しい番号"
        $kin_ko = "엄마"
        $new_ko1 = "폰 고장"
        $new_ko2 = "액정"
        $new_ko3 = "새 번호"
    condition:
        ($kin_en and ($new_en or ($broke_en and $here_en))) or ($kin_de and $new_de) or ($kin_fr and $new_fr) or ($kin_es and $new_es) or ($kin_nl and $new_nl)
        or ($kin_tr and $new_tr) or ($kin_id and $new_id) or ($kin_pl and $new_pl) or ($kin_hi and $new_hi)
        or (any of ($kin_ru*) and any of ($new_ru*)) or (any of ($kin_ar*) and any of ($new_ar*)) or ($kin_he and any of ($new_he*))
        or (any of ($kin_zh*) and any of ($new_zh*)) or (any of ($kin_ja*) and any of ($new_ja*)) or ($kin_ko and any of ($new_ko*))
}

rule money_to_this_account {
    meta:
        title = "Send the money to this account"
        category = "junk"
        weight = 50
        unmasks = true
        why = "A message meant to reach somebody who was about to pay anyway."
    strings:
        $money = /\b(duit|duitnya|dananya|pembayaran(nya)?|uangnya|uang)\b/ nocase
        $send = /\b(tf|trf|kirim|ditransfer|dikirim|transfer)\b/ nocase
        $only = /\b(skrg|langsung|aja|saja|sekarang|ini)\b/ nocase
        $account = /\b(rek|rekening|norek|no rek)\b.{0,30}[0-9][0-9-]{6,20}/ nocase
        $holder = /( a\/n| a\.n|\ban\. | an [A-Z]|atas nama)/
    condition:
        all of them
}
