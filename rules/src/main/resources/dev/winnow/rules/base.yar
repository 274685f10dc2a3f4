// What many rules ask about: links, numbers, verbs. The pack is one source, so that these are looked for once.
// A condition that cannot hold without a string is evaluated only where one was found, so none asks for less: not #a > 1 but $a and #a > 1.

private rule link {
    strings:
        $http = "http" nocase
        $hxxp = "hxxp" nocase
        $www = "www." nocase
        $domain = /[a-z0-9](\.com|\.net|\.org|\.info|\.biz|\.app|\.top|\.xyz|\.vip|\.live|\.site|\.online|\.shop|\.click|\.win|\.bet|\.link|\.center|\.service|\.services|\.support|\.club|\.icu|\.xin|\.buzz|\.lol|\.bond|\.monster|\.autos|\.qpon|\.sbs|\.cfd|\.help|\.today|\.pro|\.fun|\.cyou|\.website|\.store|\.space|\.dev|\.page|\.mobi|\.asia)\b/ nocase
        $country = /[a-z0-9](\.co\.uk|\.co\.in|\.co\.id|\.gov\.uk|\.de|\.fr|\.es|\.nl|\.ru|\.ph|\.cn|\.jp|\.br|\.mx|\.eu|\.tk|\.pl|\.cz|\.ch|\.se|\.vn|\.uk|\.co|\.cc|\.io|\.tv)\b/ nocase
        $path = /[a-z0-9](\.ly\/|\.gl\/|\.gd\/|\.gy\/|\.me\/|\.in\/|\.us\/|\.at\/|\.to\/|\.is\/|\.do\/|\.id\/|\.ee\/|\.ai\/|\.sh\/|\.pw\/|\.cl\/|\.im\/|\.li\/|\.by\/|\.se\/|\.pl\/|\.cz\/|\.ke\/|\.ng\/|\.za\/|\.my\/|\.sg\/|\.th\/|\.vn\/|\.tr\/|\.il\/|\.ua\/|\.kz\/|\.ae\/|\.sa\/|\.eg\/|\.pk\/|\.bd\/|\.lk\/|\.it\/|\.pt\/|\.gr\/|\.hu\/|\.ro\/|\.bg\/|\.dk\/|\.no\/|\.fi\/|\.be\/|\.ch\/|\.ca\/|\.au\/|\.nz\/|\.tw\/|\.hk\/|\.kr\/|\.mobi\/|\.asia\/|\.life\/|\.world\/|\.cash\/|\.loan\/|\.game\/|\.bond\/|\.best\/|\.cool\/|\.deal\/|\.deals\/|\.money\/|\.space\/|\.website\/|\.store\/|\.work\/|\.news\/|\.info\/)[a-z0-9]/ nocase
        $hyphenated = /-[a-z0-9]{2,30}(\.in|\.me|\.us|\.to|\.id|\.it|\.my|\.sg|\.za)\b/ nocase
        $defanged_1 = "(dot)" nocase
        $defanged_2 = "[dot]" nocase
        $defanged_3 = "{dot}" nocase
        $defanged_4 = "(punto)" nocase
        $defanged_5 = "[.]"
    condition:
        any of them
}

// Digits are looked for where a number begins, not at every digit.
private rule phone_number {
    meta:
        slow = true
    strings:
        $spaced = /( 0| 1| 2| 3| 4| 5| 6| 7| 8| 9|\+|\(|:0|:1|:2|:4|:6|:7|:8|:9|-0|-1|-6|-7|-8|-9|@0|@6|@7|@8|@9|\.0|\.6|\.7|\.8|\.9|\/0|\/1|\/9|\*9|l0|n0|t0|o0|l9|k0)([0-9]{0,12}([) .-]{1,2}\(?|\())?[0-9]{3}([0-9]{2}|[0-9]?[) .-]{1,2}[0-9]{2})/
        $pairs = /( 0|:0)[0-9]( [0-9]{2}){4}\b/
    condition:
        any of them
}

// What may be a code: three to eight digits in a row, or split once.
private rule code_digits {
    meta:
        slow = true
    strings:
        $spaced = /( 0| 1| 2| 3| 4| 5| 6| 7| 8| 9)[0-9]{2,3}[ -]?[0-9]{1,5}\b/
        $colon = /:[0-9]{2,3}[ -]?[0-9]{1,5}\b/
        $prefixed = /[a-z]-[0-9]{4,8}\b/ nocase
        $enclosed = /(\(|\[|#|\*|"|=|>|\xe2\x80\x9c)[0-9]{4,8}\b/
        $glued = /(\xef\xbc\x9a|\xe6\x98\xaf|\xe4\xb8\xba|\xe7\xa0\x81|\xe3\x80\x90|\xe3\x80\x91|\xe3\x81\xaf|\xe3\x80\x8c|\xe7\x82\xba|\xe3\x80\x82)[0-9]{4,8}/
        $mixed = /\b(code|otp|pin|kod|codigo|kode)( is|:| -)? ?:? ?[a-z]{0,4}[0-9][a-z0-9]{2,6}\b/ nocase
    condition:
        any of them or (uint8(0) >= 0x30 and uint8(0) <= 0x39 and uint8(2) >= 0x30 and uint8(2) <= 0x39 and uint8(3) >= 0x20 and uint8(3) <= 0x39)
}

private rule number {
    condition:
        code_digits or phone_number
}

private rule money_sign {
    meta:
        slow = true
    strings:
        $pound = "\xc2\xa3"
        $dollar = "$"
        $euro = "\xe2\x82\xac"
        $rupee = "\xe2\x82\xb9"
        $peso = "\xe2\x82\xb1"
        $rs = /( rs| rp| inr| php| usd| gbp| rm)\.? ?[0-9]/ nocase
    condition:
        any of them
}

private rule verb_to_answer {
    strings:
        $call = "call" nocase fullword
        $text = "text" nocase fullword
        $txt = "txt" nocase fullword
        $reply = "reply" nocase fullword
        $send = "send" nocase fullword
        $contact = "contact" nocase fullword
        $dial = "dial" nocase fullword
        $sms = "sms" nocase fullword
        $msg = "msg" nocase fullword
        $message = "message" nocase fullword
        $whatsapp = /whats ?app/ nocase
        $click = "click" nocase fullword
        $tap = "tap" nocase fullword
        $visit = "visit" nocase fullword
        $apply = "apply" nocase fullword
        $register = "register" nocase fullword
        $sign_up = /sign ?up/ nocase
        $join = "join" nocase fullword
        $claim = "claim" nocase fullword
        $collect = "collect" nocase fullword
        $order = "order" nocase fullword
        $more = /\b(log ?in|log ?on|logon|telegram|download|install|redeem|viber|hubungi|daftar|kaydol|basvur|registrate|inscri|jetzt|visita|goto|go to|accept|email|e-mail|enrol{1,3}|subscribe|arayin|siparis|tikla|pesan|order karo|donate|mag-?register|uye ol)\b/ nocase
    condition:
        any of them
}

// A way to answer the sender.
private rule way_to_answer {
    condition:
        link or phone_number or verb_to_answer
}

// No honest alert says these.
private rule bait {
    strings:
        $free = "free" nocase fullword
        $win = "win" nocase fullword
        $won = "won" nocase fullword
        $offer = "offer" nocase fullword
        $click = "click" nocase fullword
        $more = /\b(winner|prize|claim|bonus|discount|reward|gift|congrat[a-z]{0,20}|jackpot|casino|redeem|deal|loan|cash ?back)\b/ nocase
    condition:
        any of them
}

private rule urgent {
    strings:
        $now = "now" nocase fullword
        $today = "today" nocase fullword
        $more = /\b(urgent(ly)?|immediate(ly)?|asap|tonight|within \d|24 ?h(ou)?rs?|24 ?h|hurry|at once|avoid|right away|permanent(ly)?|below)\b/ nocase
    condition:
        any of them
}

// An account or card number with its front hidden, or only its end.
private rule masked_account {
    meta:
        slow = true
    strings:
        $mask = /[x*.#](x0|x1|x2|x3|x4|x5|x6|x7|x8|x9|\*0|\*1|\*2|\*3|\*4|\*5|\*6|\*7|\*8|\*9|\.0|\.1|\.2|\.3|\.4|\.5|\.6|\.7|\.8|\.9)[0-9]{1,5}\b/ nocase
        $gap = /(xx |xx-|\*\* |\*\*-|\*\*\*\.|xx\.)[0-9]{3,5}\b/ nocase
        $cyrillic = /(\xd1\x85|\xd0\xa5)[0-9]{4}\b/
        $star = /\*[0-9]{4}\b/
        $ending = /\b(ending|ends|endingin|final|no\.|terminad[ao]|finissant|endend|endung|zakonczon|berakhir|slutar|slutter|eindigend|vegzodo)\b[a-z:. ]{0,12}[x*.]{0,4}[0-9]{3,5}\b/ nocase
        $biten = /[0-9]{4} ?(ile biten|numarali|nolu|ile sonlanan)/ nocase
    condition:
        any of them
}

// Money asked for, codes asked for, work, luck and loans: no code, alert or notice says these.
private rule lure {
    strings:
        $s_1 = "by mistake" nocase fullword
        $s_2 = "wrong number" nocase fullword
        $s_3 = "send me" nocase fullword
        $s_4 = "tell me" nocase fullword
        $s_5 = "read me" nocase fullword
        $s_6 = "kindly share" nocase fullword
        $s_7 = "reply with the" nocase fullword
        $s_8 = "new number" nocase fullword
        $s_9 = "my number" nocase fullword
        $s_10 = "mummy" nocase fullword
        $s_11 = "daddy" nocase fullword
        $s_12 = "auntie" nocase fullword
        $s_13 = "press 1" nocase fullword
        $s_14 = "press 9" nocase fullword
        $s_15 = "whats app" nocase fullword
        $s_16 = "telegram" nocase fullword
        $s_17 = "commission" nocase fullword
        $s_18 = "work from home" nocase fullword
        $s_19 = "part-time" nocase fullword
        $s_20 = "part time" nocase fullword
        $s_21 = "vacancy" nocase fullword
        $s_22 = "recruit" nocase
        $s_23 = "jackpot" nocase fullword
        $s_24 = "casino" nocase fullword
        $s_25 = "bonus" nocase fullword
        $s_26 = "betting" nocase fullword
        $s_27 = "guaranteed" nocase fullword
        $s_28 = "grant" nocase fullword
        $s_29 = "processing fee" nocase fullword
        $s_30 = "activation fee" nocase fullword
        $s_31 = "agent will" nocase fullword
        $s_32 = "our agent" nocase fullword
        $s_33 = "arrest" nocase fullword
        $s_34 = "warrant" nocase fullword
        $s_35 = "safe account" nocase fullword
        $s_36 = "crypto" nocase
        $s_37 = "bitcoin" nocase fullword
        $s_38 = "usdt" nocase fullword
        $s_39 = "per ongeluk" nocase fullword
        $s_40 = "stuur dit" nocase fullword
        $s_41 = "aus versehen" nocase fullword
        $s_42 = "weiterleiten" nocase fullword
        $s_43 = "neue nummer" nocase fullword
        $s_44 = "omylem" nocase fullword
        $s_45 = "preposl" nocase
        $s_46 = "greskom" nocase fullword
        $s_47 = "av misstag" nocase fullword
        $s_48 = "skicka den" nocase fullword
        $s_49 = "kan du gi" nocase fullword
        $s_50 = "kan du skicka" nocase fullword
        $s_51 = "por error" nocase fullword
        $s_52 = "por engano" nocase fullword
        $s_53 = "te envie" nocase fullword
        $s_54 = "me lo puedes" nocase fullword
        $s_55 = "responde con" nocase fullword
        $s_56 = "informe o codigo" nocase fullword
        $s_57 = "donnez-le" nocase fullword
        $s_58 = "sbaglio" nocase fullword
        $s_59 = "me lo giri" nocase fullword
        $s_60 = "galti se" nocase fullword
        $s_61 = "bata do" nocase fullword
        $s_62 = "salah kirim" nocase fullword
        $s_63 = "tolong kirim" nocase fullword
        $s_64 = "tersalah" nocase fullword
        $s_65 = "boleh bagi" nocase fullword
        $s_66 = "kesalahan, tekan" nocase fullword
        $s_67 = "doorsturen" nocase fullword
        $s_68 = "podac go" nocase fullword
        $s_69 = "nghod i" nocase fullword
        $s_70 = "turo min" nocase fullword
        $s_71 = "don allah" nocase fullword
        $s_72 = "aiko" nocase fullword
        $s_73 = "tuma kwa" nocase fullword
        $s_74 = "kimakosa" nocase fullword
        $s_75 = "ile pesa" nocase fullword
        $s_76 = "ile hela" nocase fullword
        $s_77 = "aytib yuboring" nocase fullword
        $s_78 = "ditransfer ke" nocase fullword
        $s_79 = "transfer ke" nocase fullword
        $s_80 = "ditransfer saja" nocase fullword
        $s_81 = "kirim ke" nocase fullword
        $s_82 = "uangnya" nocase fullword
        $s_83 = "dananya" nocase fullword
        $s_84 = "send 1" nocase
        $s_85 = "lend" nocase fullword
        $s_86 = "abeg" nocase fullword
        $s_87 = "loan offer" nocase fullword
        $s_88 = "bad credit" nocase fullword
        $s_89 = "blacklist" nocase
        $s_90 = "pinjaman peribadi" nocase fullword
        $s_91 = "vay tien" nocase fullword
        $s_92 = "ho tro vay" nocase fullword
        $s_93 = "utang" nocase fullword
        $s_94 = "gratis spins" nocase fullword
        $s_95 = "free spins" nocase fullword
        $s_96 = "draaie" nocase fullword
        $s_97 = "gacor" nocase fullword
        $s_98 = "kupon" nocase fullword
        $s_99 = "iddaa" nocase
        $s_100 = "freebet" nocase fullword
        $s_101 = "ставка"
        $s_102 = "казино"
        $s_103 = "выигр"
        $s_104 = "фриспин"
        $s_105 = "заработ"
        $s_106 = "ваканс"
        $s_107 = "подработ"
        $s_108 = "инвест"
        $s_109 = "работа"
        $s_110 = "по ошибке"
        $s_111 = "пришлите код"
        $s_112 = "назовите код"
        $s_113 = "назвіть"
        $s_114 = "перешлите"
        $s_115 = "проголосу"
        $s_116 = "мам"
        $s_117 = "мама"
        $s_118 = "кредит за"
        $s_119 = "займ"
        $s_120 = "позик"
        $s_121 = "без довід"
        $s_122 = "без отказа"
        $s_123 = "голосу"
        $s_124 = "بالخطأ"
        $s_125 = "بالغلط"
        $s_126 = "ارسل لي"
        $s_127 = "ارسلي"
        $s_128 = "ابعت"
        $s_129 = "وظيفة"
        $s_130 = "ربح"
        $s_131 = "ارباح"
        $s_132 = "تمويل"
        $s_133 = "قرض فوري"
        $s_134 = "سداد القروض"
        $s_135 = "جائزة"
        $s_136 = "مبروك"
        $s_137 = "واتس"
        $s_138 = "تلجرام"
        $s_139 = "تيليجرام"
        $s_140 = "استثمار"
        $s_141 = "اشتباهی"
        $s_142 = "اشتباها"
        $s_143 = "برنده"
        $s_144 = "جایزه"
        $s_145 = "سرمایه"
        $s_146 = "وام فوری"
        $s_147 = "تلگرام"
        $s_148 = "واتساپ"
        $s_149 = "شرط"
        $s_150 = "کازینو"
        $s_151 = "غلطی سے"
        $s_152 = "بھیج دیں"
        $s_153 = "بتائیں"
        $s_154 = "انعام"
        $s_155 = "قرعہ"
        $s_156 = "نوکری"
        $s_157 = "بطعות"
        $s_158 = "בטעות"
        $s_159 = "להעביר לי"
        $s_160 = "זכית"
        $s_161 = "השקע"
        $s_162 = "הלוואה מיידית"
        $s_163 = "וואטסאפ"
        $s_164 = "טלגרם"
        $s_165 = "गलती से"
        $s_166 = "गल्तिले"
        $s_167 = "भेज दो"
        $s_168 = "भेजिदिनु"
        $s_169 = "पठाइदिनु"
        $s_170 = "लॉटरी"
        $s_171 = "इनाम"
        $s_172 = "नौकरी"
        $s_173 = "लोन पाए"
        $s_174 = "घर बैठे"
        $s_175 = "तुरंत लोन"
        $s_176 = "ভুলে"
        $s_177 = "লটারি"
        $s_178 = "পুরস্কার"
        $s_179 = "চাকরি"
        $s_180 = "ঘরে বসে"
        $s_181 = "লোন নিন"
        $s_182 = "বলবেন"
        $s_183 = "தவறுதலாக"
        $s_184 = "அனுப்புங்க"
        $s_185 = "பரிசு"
        $s_186 = "వేతనం"
        $s_187 = "పొరపాటున"
        $s_188 = "పంపండి"
        $s_189 = "లాటరీ"
        $s_190 = "బహుమతి"
        $s_191 = "ತಪ್ಪಾಗಿ"
        $s_192 = "ಕಳುಹಿಸಿ ಪ್ಲೀಸ್"
        $s_193 = "ಲಾಟರಿ"
        $s_194 = "ಬಹುಮಾನ"
        $s_195 = "തെറ്റി"
        $s_196 = "സമ്മാനം"
        $s_197 = "ਗਲਤੀ"
        $s_198 = "ਭੇਜ ਦਿਓ"
        $s_199 = "ਇਨਾਮ"
        $s_200 = "ભૂલથી"
        $s_201 = "ઇનામ"
        $s_202 = "වැරදී"
        $s_203 = "ත්‍යාග"
        $s_204 = "შეცდომით"
        $s_205 = "კაზინო"
        $s_206 = "გამომიგზავნ"
        $s_207 = "በስህተት"
        $s_208 = "ሽልማት"
        $s_209 = "አሸናፊ"
        $s_210 = "ላኪልኝ"
        $s_211 = "ንገሩን"
        $s_212 = "မှားပြီး"
        $s_213 = "ပို့ပေး"
        $s_214 = "ကံစမ်း"
        $s_215 = "ส่งผิด"
        $s_216 = "ผิดเบอร์"
        $s_217 = "เครดิตฟรี"
        $s_218 = "สล็อต"
        $s_219 = "บาคาร่า"
        $s_220 = "เว็บตรง"
        $s_221 = "รายได้"
        $s_222 = "งานออนไลน์"
        $s_223 = "กู้ด่วน"
        $s_224 = "เงินด่วน"
        $s_225 = "ไลน์"
        $s_226 = "แอดไลน์"
        $s_227 = "รับเครดิต"
        $s_228 = "โบนัส"
        $s_229 = "ลุ้นรับ"
        $s_230 = "ลงทุน"
        $s_231 = "หวย"
        $s_232 = "发错"
        $s_233 = "填错"
        $s_234 = "打错"
        $s_235 = "加微"
        $s_236 = "微信号"
        $s_237 = "发我"
        $s_238 = "念给我"
        $s_239 = "佣金"
        $s_240 = "日结"
        $s_241 = "兼职"
        $s_242 = "返利"
        $s_243 = "彩金"
        $s_244 = "投注"
        $s_245 = "博彩"
        $s_246 = "贷款"
        $s_247 = "额度高"
        $s_248 = "放款快"
        $s_249 = "低息"
        $s_250 = "无抵押"
        $s_251 = "理财老师"
        $s_252 = "客服核实"
        $s_253 = "专员"
        $s_254 = "扫码"
        $s_255 = "解冻"
        $s_256 = "发票代"
        $s_257 = "返点"
        $s_258 = "刷单"
        $s_259 = "送一场"
        $s_260 = "荐股"
        $s_261 = "牛股"
        $s_262 = "電話核實"
        $s_263 = "發我"
        $s_264 = "投票"
        $s_265 = "博弈"
        $s_266 = "娛樂城"
        $s_267 = "借貸"
        $s_268 = "加line"
        $s_269 = "加賴"
        $s_270 = "副業"
        $s_271 = "儲值送"
        $s_272 = "間違えて"
        $s_273 = "当選"
        $s_274 = "高収入"
        $s_275 = "投資"
        $s_276 = "バイト"
        $s_277 = "融資"
        $s_278 = "line追加"
        $s_279 = "대출"
        $s_280 = "무료충전"
        $s_281 = "카지노"
        $s_282 = "토토"
        $s_283 = "배팅"
        $s_284 = "부업"
        $s_285 = "재택"
        $s_286 = "당첨"
        $s_287 = "수익보장"
        $s_288 = "리딩방"
        $s_289 = "문의 0"
        $s_290 = "본인 아닐 시 문의"
        $s_291 = "엄마"
        $s_292 = "στειλε μου"
        $s_293 = "μου τον λεσ"
        $s_294 = "κατα λαθοσ"
        $s_295 = "καζινο"
        $s_296 = "κερδισ"
        $s_297 = "δανειο αμεσ"
        $s_298 = "hadiah" nocase fullword
        $s_299 = "pemenang" nocase fullword
        $s_300 = "undian" nocase fullword
        $s_301 = "menang" nocase fullword
        $s_302 = "selamat anda" nocase fullword
        $s_303 = "hongera" nocase fullword
        $s_304 = "zawadi" nocase fullword
        $s_305 = "umeshinda" nocase fullword
        $s_306 = "sorteo" nocase fullword
        $s_307 = "gewonnen" nocase fullword
        $s_308 = "gagne" nocase fullword
        $s_309 = "vinto" nocase fullword
        $s_310 = "nagrod" nocase
        $s_311 = "vyhral" nocase
        $s_312 = "cekilis" nocase
        $s_313 = "kazandiniz" nocase fullword
        $s_314 = "tebrikler" nocase fullword
        $s_315 = "share the" nocase fullword
        $s_316 = "share 16" nocase fullword
        $s_317 = "share otp" nocase fullword
        $s_318 = "submit eid" nocase fullword
        $s_319 = "expiry" nocase fullword
        $s_320 = "confirm ssn" nocase fullword
        $s_321 = "maiden name" nocase fullword
        $s_322 = "mother's maiden" nocase fullword
        $s_323 = "read it back" nocase fullword
        $s_324 = "the code from" nocase fullword
        $s_325 = "zip code" nocase fullword
        $s_326 = "sort code coming" nocase fullword
        $s_327 = "i'm selling" nocase fullword
        $s_328 = "reply 1 and" nocase fullword
        $s_329 = "stopap" nocase fullword
        $s_330 = "key otp" nocase fullword
        $s_331 = "scan qr" nocase fullword
        $s_332 = "to our staff" nocase fullword
        $s_333 = "parlay" nocase fullword
        $s_334 = "hit rate" nocase fullword
        $s_335 = "salaried" nocase fullword
        $s_336 = "no credit check" nocase
        $s_337 = "consolidate" nocase fullword
        $s_338 = "eligible for" nocase fullword
        $s_339 = "pre-approved" nocase fullword
        $s_340 = "prestamo" nocase fullword
        $s_341 = "prestiti" nocase fullword
        $s_342 = "prestamos" nocase fullword
        $s_343 = "emprestimo" nocase fullword
        $s_344 = "pujck" nocase
        $s_345 = "lan 30" nocase fullword
        $s_346 = "vi laner" nocase fullword
        $s_347 = "laina heti" nocase fullword
        $s_348 = "mikopo" nocase fullword
        $s_349 = "tunakopesha" nocase fullword
        $s_350 = "pata mkopo" nocase fullword
        $s_351 = "pata hadi" nocase fullword
        $s_352 = "fomu" nocase fullword
        $s_353 = "qarz" nocase
        $s_354 = "окна пвх"
        $s_355 = "спишем долг"
        $s_356 = "спишемо"
        $s_357 = "борги"
        $s_358 = "списание долгов"
        $s_359 = "кредит наличн"
        $s_360 = "кредит 20"
        $s_361 = "без справок"
        $s_362 = "пенсионерам"
        $s_363 = "замер"
        $s_364 = "следовател"
        $s_365 = "слідч"
        $s_366 = "служба безпек"
        $s_367 = "полици"
        $s_368 = "полиция"
        $s_369 = "центробанк"
        $s_370 = "безопасный счет"
        $s_371 = "финмонитор"
        $s_372 = "жоктоо"
        $s_373 = "тергөөчү"
        $s_374 = "айтыңыз"
        $s_375 = "депозитын"
        $s_376 = "киіріңіз"
        $s_377 = "politsei" nocase fullword
        $s_378 = "policia" nocase
        $s_379 = "politie" nocase fullword
        $s_380 = "bundeszentralamt" nocase fullword
        $s_381 = "vollstreckung" nocase fullword
        $s_382 = "agent popa" nocase fullword
        $s_383 = "uurija" nocase fullword
        $s_384 = "isikukoodi" nocase
        $s_385 = "henrik fra" nocase fullword
        $s_386 = "this is marcus" nocase fullword
        $s_387 = "fala o" nocase fullword
        $s_388 = "fra nets" nocase fullword
        $s_389 = "aqui e" nocase fullword
        $s_390 = "ich bin" nocase fullword
        $s_391 = "my name is" nocase fullword
        $s_392 = "i'm from" nocase fullword
        $s_393 = "ako po si" nocase fullword
        $s_394 = "saya maya" nocase fullword
        $s_395 = "saya dari" nocase fullword
        $s_396 = "jeg star" nocase fullword
        $s_397 = "babi" nocase fullword
        $s_398 = "vnuk" nocase fullword
        $s_399 = "kan du overfore" nocase fullword
        $s_400 = "borrow" nocase fullword
        $s_401 = "papa told" nocase fullword
        $s_402 = "please return" nocase fullword
        $s_403 = "pls return" nocase fullword
        $s_404 = "please send back" nocase fullword
        $s_405 = "mi fai un favore" nocase fullword
        $s_406 = "mi serve" nocase fullword
        $s_407 = "me haces un" nocase fullword
        $s_408 = "te lo devuelvo" nocase fullword
        $s_409 = "te devolvo" nocase fullword
        $s_410 = "te la rendo" nocase fullword
        $s_411 = "kira yatir" nocase
        $s_412 = "geri atacagim" nocase fullword
        $s_413 = "gonderir misin" nocase fullword
        $s_414 = "anneci" nocase
        $s_415 = "far," nocase fullword
        $s_416 = "hej far" nocase fullword
        $s_417 = "son here" nocase fullword
        $s_418 = "bayaran ang" nocase fullword
        $s_419 = "remittance" nocase fullword
        $s_420 = "waran" nocase fullword
        $s_421 = "keldai" nocase fullword
        $s_422 = "pindahkan wang" nocase fullword
        $s_423 = "akaun selamat" nocase fullword
        $s_424 = "jual beli rekening" nocase fullword
        $s_425 = "obat kuat" nocase fullword
        $s_426 = "ubat kuat" nocase fullword
        $s_427 = "kopi jantan" nocase fullword
        $s_428 = "slimming" nocase fullword
        $s_429 = "kilo" nocase
        $s_430 = "tahan lama" nocase fullword
        $s_431 = "herbal" nocase fullword
        $s_432 = "kerja online" nocase fullword
        $s_433 = "follow akaun" nocase fullword
        $s_434 = "berminat" nocase fullword
        $s_435 = "minat balas" nocase fullword
        $s_436 = "paketleme isi" nocase fullword
        $s_437 = "kayit ucreti" nocase fullword
        $s_438 = "evden is" nocase fullword
        $s_439 = "cevrimsiz" nocase fullword
        $s_440 = "yatirim" nocase
        $s_441 = "uyemiz" nocase fullword
        $s_442 = "kredi notu" nocase fullword
        $s_443 = "senet karsiligi" nocase fullword
        $s_444 = "mostbet" nocase fullword
        $s_445 = "мостбет"
        $s_446 = "бонус"
        $s_447 = "хонжвор"
        $s_448 = "хожло"
        $s_449 = "мүшел"
        $s_450 = "ұтып"
        $s_451 = "kodni ayt" nocase
        $s_452 = "kodu bu numaraya" nocase fullword
        $s_453 = "haneli kodu" nocase fullword
        $s_454 = "code ta bolun" nocase fullword
        $s_455 = "code elli" nocase fullword
        $s_456 = "2ol el" nocase fullword
        $s_457 = "odpisz" nocase
        $s_458 = "odpisz tym" nocase fullword
        $s_459 = "kodem z" nocase
        $s_460 = "przez telefon, bo" nocase fullword
        $s_461 = "ileterek" nocase fullword
        $s_462 = "iletin" nocase fullword
        $s_463 = "gelen kodu" nocase fullword
        $s_464 = "кодом из"
        $s_465 = "кодты ай"
        $s_466 = "кодты жібер"
        $s_467 = "код айт"
        $s_468 = "код явуул"
        $s_469 = "код жібер"
        $s_470 = "προωθησ"
        $s_471 = "ζηταμε τον"
        $s_472 = "ارسل الرمز"
        $s_473 = "زودنا"
        $s_474 = "اخبرنا"
        $s_475 = "الرمز المرسل"
        $s_476 = "بفرستید"
        $s_477 = "بگویید"
        $s_478 = "کوڈ حاصل"
        $s_479 = "کوڈ بت"
        $s_480 = "بتا"
        $s_481 = "جیت"
        $s_482 = "قرضہ"
        $s_483 = "قرض"
        $s_484 = "ملین تومانی"
        $s_485 = "تسهیلات"
        $s_486 = "ضامن"
        $s_487 = "سفته"
        $s_488 = "جهت تطبیق"
        $s_489 = "ووایاست"
        $s_490 = "पिन भेज"
        $s_491 = "ओटीपी बत"
        $s_492 = "ओटीपी सांगा"
        $s_493 = "ओटीपी दे"
        $s_494 = "कोड बत"
        $s_495 = "ओटीपी भन्नु"
        $s_496 = "लोन"
        $s_497 = "कर्ज"
        $s_498 = "ऋण लिन"
        $s_499 = "नोकरी"
        $s_500 = "जागा,"
        $s_501 = "रोजगार"
        $s_502 = "কোড বল"
        $s_503 = "কোডটা বল"
        $s_504 = "কোড দিন"
        $s_505 = "পিন দি"
        $s_506 = "পিন বল"
        $s_507 = "জিতে"
        $s_508 = "অভিনন্দন"
        $s_509 = "ভুল করে"
        $s_510 = "ফেরত"
        $s_511 = "ইনসুলিন"
        $s_512 = "ভিসা"
        $s_513 = "জুয়া"
        $s_514 = "ফ্রি"
        $s_515 = "স্বপ্নে"
        $s_516 = "otp சொல்"
        $s_517 = "ஓடிபி சொல்"
        $s_518 = "குறியீடு சொல்ல"
        $s_519 = "வேலை"
        $s_520 = "கடன்"
        $s_521 = "otp చెప్ప"
        $s_522 = "ఓటీపీ చెప్ప"
        $s_523 = "కోడ్ చెప్ప"
        $s_524 = "ఉద్యోగ"
        $s_525 = "రుణం రూ"
        $s_526 = "ఫీజు రూ"
        $s_527 = "చెల్లించండి"
        $s_528 = "అరెస్ట్"
        $s_529 = "ಒಟಿಪಿ ಹೇಳಿ"
        $s_530 = "ಕೋಡ್ ಹೇಳಿ"
        $s_531 = "ಕೆಲಸ"
        $s_532 = "ಸಾಲ"
        $s_533 = "otp പറ"
        $s_534 = "ജോലി"
        $s_535 = "വായ്പ"
        $s_536 = "ਨੌਕਰੀ"
        $s_537 = "ਡਰਾਈਵਰ"
        $s_538 = "ਕਰਜ਼"
        $s_539 = "ਲੋਨ"
        $s_540 = "લોન"
        $s_541 = "નોકરી"
        $s_542 = "රැකියා"
        $s_543 = "එවන්න ගෙදර"
        $s_544 = "රැකිය"
        $s_545 = "සල්ලි"
        $s_546 = "හොයන්න"
        $s_547 = "ეკრანის"
        $s_548 = "დამიბრუნ"
        $s_549 = "გამოგვიგ"
        $s_550 = "შემთხვევით"
        $s_551 = "თანამშრომ"
        $s_552 = "եկամուտ"
        $s_553 = "աշխատանք"
        $s_554 = "ռիսկ"
        $s_555 = "ቅጥር"
        $s_556 = "ደስ አለ"
        $s_557 = "ያግኙ"
        $s_558 = "ፒንዎን"
        $s_559 = "ይላኩ"
        $s_560 = "otp ပြော"
        $s_561 = "ပြောပါ"
        $s_562 = "အလုပ်"
        $s_563 = "ချေးငွေ"
        $s_564 = "ລາງວັນ"
        $s_565 = "ສົ່ງ otp"
        $s_566 = "ກູ້"
        $s_567 = "រង្វាន់"
        $s_568 = "កម្ចី"
        $s_569 = "เบอร์ใหม่"
        $s_570 = "เปลี่ยนเบอร์"
        $s_571 = "ยืม"
        $s_572 = "กู้เงิน"
        $s_573 = "ส่งรหัส"
        $s_574 = "บอกรหัส"
        $s_575 = "พี่จํา"
        $s_576 = "สินเชื่อด่วน"
        $s_577 = "อายัดเพราะ"
        $s_578 = "回复验证码"
        $s_579 = "回覆驗證碼"
        $s_580 = "輸入6位"
        $s_581 = "验证码发我"
        $s_582 = "念给"
        $s_583 = "拨打"
        $s_584 = "賠償"
        $s_585 = "赔偿金"
        $s_586 = "公证费"
        $s_587 = "退费专员"
        $s_588 = "客服v"
        $s_589 = "银保监"
        $s_590 = "下载"
        $s_591 = "监管帳戶"
        $s_592 = "監管"
        $s_593 = "盜領"
        $s_594 = "受款碼"
        $s_595 = "异地消费"
        $s_596 = "境外消费"
        $s_597 = "pos机"
        $s_598 = "提额"
        $s_599 = "垫还"
        $s_600 = "套现"
        $s_601 = "通关"
        $s_602 = "개인통관"
        $s_603 = "저축은행"
        $s_604 = "대환"
        $s_605 = "특례보증"
        $s_606 = "임대하실"
        $s_607 = "사고접수"
        $s_608 = "소비자원"
        $s_609 = "미신청"
        $s_610 = "신청한적"
        $s_611 = "sinh trac hoc" nocase fullword
        $s_612 = "xach tay" nocase fullword
        $s_613 = "ship cod" nocase fullword
        $s_614 = "keo ngon" nocase fullword
        $s_615 = "nha cai" nocase fullword
        $s_616 = "truy cap" nocase fullword
        $s_617 = "tcb ." nocase fullword
        $s_618 = "conta-cofre" nocase fullword
        $s_619 = "burlas" nocase fullword
        $s_620 = "cibercrime" nocase fullword
        $s_621 = "desconhece" nocase fullword
        $s_622 = "corte de energia" nocase fullword
        $s_623 = "financiamento com" nocase fullword
        $s_624 = "gerente" nocase fullword
        $s_625 = "asnef" nocase fullword
        $s_626 = "cambiado de entidad" nocase fullword
        $s_627 = "nueva cuenta" nocase fullword
        $s_628 = "oddelek za" nocase fullword
        $s_629 = "slots" nocase fullword
        $s_630 = "kopa kwa" nocase fullword
        $s_631 = "text back the" nocase fullword
        $s_632 = "agent emma" nocase fullword
        $s_633 = "claims team" nocase fullword
        $s_634 = "fraud department" nocase fullword
        $s_635 = "cash app only" nocase fullword
        $s_636 = "reply y for the link" nocase fullword
        $s_637 = "add my" nocase fullword
        $s_638 = "eb3at" nocase fullword
        $s_639 = "keseb" nocase fullword
        $s_640 = "mabrok" nocase
        $s_641 = "pin likh" nocase fullword
        $s_642 = "soo dir" nocase fullword
        $s_643 = "guuleys" nocase
        $s_644 = "apna pin" nocase fullword
        $s_645 = "पिन बत"
        $s_646 = "ओटीपी बताए"
        $s_647 = "कार्ड विभाग"
        $s_648 = "भर्ती"
        $s_649 = "वेतन ₹"
        $s_650 = "रिवॉर्ड पॉइंट"
        $s_651 = "शुरू करने के लिए ओटीपी"
        $s_652 = "സമ്മാന"
        $s_653 = "ឈ្នះ"
        $s_654 = "ផ្ញើលេខ"
        $s_655 = "ជាប់រង្វាន់"
        $s_656 = "bhejo" nocase fullword
        $s_657 = "kisi ko mat" nocase fullword
        $s_658 = "cricket id" nocase fullword
        $s_659 = "ke admin" nocase fullword
        $s_660 = "rki," nocase fullword
        $s_661 = "fiche banque" nocase fullword
        $s_662 = "meme fiche" nocase fullword
        $s_663 = "envoyez votre code" nocase fullword
        $s_664 = "communiquez-le" nocase fullword
        $s_665 = "ganadores" nocase fullword
        $s_666 = "mande su dni" nocase fullword
        $s_667 = "qazanc" nocase fullword
        $s_668 = "arayissiz" nocase fullword
        $s_669 = "служб~ безопас"
        $s_670 = "доверительн"
        $s_671 = "ожидайте звонка"
        $s_672 = "історі~ю, 0"
        $s_673 = "кредит 2"
        $s_674 = "sommatie" nocase fullword
        $s_675 = "beslag op" nocase fullword
        $s_676 = "siz vermediyseniz" nocase fullword
        $s_677 = "cancele pelo" nocase fullword
        $s_678 = "natychmiast zadzwon" nocase fullword
        $s_679 = "nalog za prijenos" nocase fullword
        $s_680 = "javite se na" nocase fullword
        $s_681 = "додзвон"
        $s_682 = "إكمال التحديث"
        $s_683 = "لعدم تحديث"
        $s_684 = "موقوف"
        $s_685 = "حظر"
        $s_686 = "اضغط"
        $s_687 = "hi papa" nocase fullword
        $s_688 = "hola mama" nocase fullword
        $s_689 = "hola papa" nocase fullword
        $s_690 = "hej mamma" nocase fullword
        $s_691 = "ciao mamma" nocase fullword
        $s_692 = "maman c'est" nocase fullword
        $s_693 = "coucou maman" nocase fullword
        $s_694 = "hi mum" nocase fullword
        $s_695 = "hi dad" nocase fullword
        $s_696 = "hey dad" nocase fullword
        $s_697 = "dad it's" nocase fullword
        $s_698 = "mom," nocase fullword
        $s_699 = "dad," nocase fullword
        $s_700 = "mum," nocase fullword
        $s_701 = "mama," nocase fullword
        $s_702 = "papa," nocase fullword
        $s_703 = "to officer" nocase fullword
        $s_704 = "with officer" nocase fullword
        $s_705 = "winner" nocase fullword
        $s_706 = "prize" nocase fullword
        $s_707 = "click here" nocase fullword
        $s_708 = "click the link" nocase fullword
        $s_709 = "claim your" nocase fullword
        $s_710 = "you won" nocase fullword
        $s_711 = "loan in" nocase fullword
        $s_712 = "personal loan" nocase fullword
        $s_713 = "deposit bonus" nocase fullword
        $s_714 = "100% bonus" nocase fullword
        $s_715 = "redeem" nocase fullword
    condition:
        any of them
}

// Words that ask for a call; with a number they lead to a stranger.
private rule call_words {
    strings:
        $s_1 = "call" nocase fullword
        $s_2 = "ring" nocase fullword
        $s_3 = "dial" nocase fullword
        $s_4 = "speak to" nocase fullword
        $s_5 = "contact" nocase fullword
        $s_6 = "help desk" nocase fullword
        $s_7 = "hotline" nocase fullword
        $s_8 = "fraud cell" nocase fullword
        $s_9 = "rufen sie" nocase fullword
        $s_10 = "appelez" nocase fullword
        $s_11 = "llame" nocase fullword
        $s_12 = "comunicate" nocase fullword
        $s_13 = "ligue" nocase fullword
        $s_14 = "fale com" nocase fullword
        $s_15 = "central" nocase fullword
        $s_16 = "chiami" nocase fullword
        $s_17 = "volejte" nocase fullword
        $s_18 = "zadzwon" nocase
        $s_19 = "hivja" nocase fullword
        $s_20 = "pozovite" nocase fullword
        $s_21 = "poklicite" nocase fullword
        $s_22 = "telefononi" nocase fullword
        $s_23 = "zvaniet" nocase fullword
        $s_24 = "hubungi" nocase fullword
        $s_25 = "hub" nocase fullword
        $s_26 = "goi ngay" nocase fullword
        $s_27 = "piga 0" nocase
        $s_28 = "arayin" nocase fullword
        $s_29 = "zeng edin" nocase fullword
        $s_30 = "call kare" nocase fullword
        $s_31 = "turant call" nocase fullword
        $s_32 = "звон"
        $s_33 = "позвон"
        $s_34 = "телефону"
        $s_35 = "дзвон"
        $s_36 = "телефонуй"
        $s_37 = "обадете"
        $s_38 = "обади"
        $s_39 = "назовете"
        $s_40 = "јавете се"
        $s_41 = "хабарлас"
        $s_42 = "қоңырау"
        $s_43 = "чалыңыз"
        $s_44 = "залга"
        $s_45 = "καλεστε"
        $s_46 = "τηλεφων"
        $s_47 = "اتصل"
        $s_48 = "تواصل"
        $s_49 = "للالغاء"
        $s_50 = "للتواصل"
        $s_51 = "تماس"
        $s_52 = "زنگ بزن"
        $s_53 = "کال کریں"
        $s_54 = "رابطہ"
        $s_55 = "התקשר"
        $s_56 = "חייג"
        $s_57 = "कॉल"
        $s_58 = "संपर्क"
        $s_59 = "फोन कर"
        $s_60 = "কল কর"
        $s_61 = "যোগাযোগ"
        $s_62 = "அழை"
        $s_63 = "కాల్"
        $s_64 = "ಕರೆ"
        $s_65 = "വിളിക്ക"
        $s_66 = "કોલ"
        $s_67 = "ਕਾਲ"
        $s_68 = "අමතන්න"
        $s_69 = "โทร"
        $s_70 = "ติดต่อ"
        $s_71 = "ទូរស័ព្ទ"
        $s_72 = "ဆက်သွယ်"
        $s_73 = "დარეკ"
        $s_74 = "დაგვირეკ"
        $s_75 = "զանգ"
        $s_76 = "ይደውሉ"
        $s_77 = "拨打"
        $s_78 = "请联系"
        $s_79 = "致电"
        $s_80 = "撥打"
        $s_81 = "聯絡"
        $s_82 = "電話"
        $s_83 = "문의"
        $s_84 = "신고"
        $s_85 = "연락"
        $s_86 = "본인 아닐"
        $s_87 = "미신청"
        $s_88 = "お電話"
        $s_89 = "連絡"
    condition:
        any of them
}

private rule asks_to_call {
    condition:
        call_words and phone_number and not masked_account
}

// An offer that a code or a balance may stand beside.
private rule offer_words {
    strings:
        $s_1 = "off on" nocase fullword
        $s_2 = "discount" nocase fullword
        $s_3 = "coupon" nocase fullword
        $s_4 = "voucher" nocase fullword
        $s_5 = "promo" nocase fullword
        $s_6 = "sale" nocase fullword
        $s_7 = "rabat" nocase
        $s_8 = "gutschein" nocase fullword
        $s_9 = "descuento" nocase fullword
        $s_10 = "cupon" nocase fullword
        $s_11 = "desconto" nocase fullword
        $s_12 = "sconto" nocase fullword
        $s_13 = "remise" nocase fullword
        $s_14 = "code promo" nocase fullword
        $s_15 = "indirim" nocase fullword
        $s_16 = "kupon" nocase
        $s_17 = "potongan" nocase fullword
        $s_18 = "diskon" nocase fullword
        $s_19 = "diskaun" nocase fullword
        $s_20 = "промокод"
        $s_21 = "скидк"
        $s_22 = "знижк"
        $s_23 = "промо"
        $s_24 = "خصم"
        $s_25 = "تخفیف"
        $s_26 = "कूपन"
        $s_27 = "छूट"
        $s_28 = "ছাড়"
        $s_29 = "ส่วนลด"
        $s_30 = "โค้ดส่วนลด"
        $s_31 = "优惠"
        $s_32 = "折扣"
        $s_33 = "满减"
        $s_34 = "優惠"
        $s_35 = "クーポン"
        $s_36 = "割引"
        $s_37 = "할인"
        $s_38 = "쿠폰"
        $s_39 = "popust" nocase fullword
        $s_40 = "εκπτωσ"
        $s_41 = "εκπτωτικ"
        $s_42 = "הנחה"
        $s_43 = "קופון"
        $s_44 = "winner" nocase fullword
        $s_45 = "pemenang" nocase fullword
        $s_46 = "punguzo" nocase fullword
        $s_47 = "ฟรี"
        $s_48 = "คลิก"
        $s_49 = "ดูซีรีส์"
        $s_50 = "แพ็ก"
        $s_51 = "ลุ้น"
        $s_52 = "สิทธิพิเศษ"
        $s_53 = "โปร"
        $s_54 = "deals" nocase fullword
        $s_55 = "black friday" nocase fullword
    condition:
        any of them
}

// A link that leads somewhere, unlike a bare name such as ZARA.COM.
private rule leading_link {
    strings:
        $http = "http" nocase
        $hxxp = "hxxp" nocase
        $www = "www." nocase
        $slash = /[a-z0-9](\.com|\.net|\.org|\.info|\.app|\.io|\.co|\.us|\.ly|\.gl|\.gd|\.me|\.cc|\.in|\.to|\.id|\.ru|\.uk|\.de|\.fr|\.es|\.it|\.pl|\.br|\.mx|\.eu|\.tv)\/[a-z0-9]/ nocase
        $rare = /[a-z0-9](\.top|\.xyz|\.vip|\.live|\.site|\.online|\.shop|\.click|\.win|\.bet|\.link|\.club|\.icu|\.xin|\.buzz|\.lol|\.bond|\.monster|\.autos|\.qpon|\.sbs|\.cfd|\.help|\.fun|\.cyou|\.rest|\.credit|\.website|\.store|\.space|\.life|\.world|\.cash|\.loan|\.pro|\.mobi|\.tk|\.cc|\.info|\.biz)\b/ nocase
        $spaced = /[a-z0-9]( \. | \.)(com|net|org|info|top|xyz|vip|live|site|online|shop|click|win|bet|club|icu|cyou|cfd|lol|cc)\b/ nocase
        $hyphen = /-[a-z0-9]{2,30}(\.com|\.net|\.org|\.app|\.co|\.in|\.me|\.us|\.to|\.id|\.it|\.de|\.fr|\.es|\.nl|\.ru|\.pl|\.cz|\.ro|\.hu|\.gr|\.se|\.dk|\.eu)\b/ nocase
    condition:
        any of them
}

private rule leading_link_rare {
    strings:
        $rare = /[a-z0-9](\.top|\.xyz|\.vip|\.live|\.site|\.online|\.shop|\.click|\.win|\.bet|\.link|\.club|\.icu|\.xin|\.buzz|\.lol|\.bond|\.monster|\.autos|\.qpon|\.sbs|\.cfd|\.help|\.fun|\.cyou|\.rest|\.credit|\.website|\.store|\.space|\.life|\.world|\.cash|\.loan|\.pro|\.mobi|\.tk|\.cc|\.info|\.biz)\b/ nocase
        $spaced = /[a-z0-9]( \. | \.)(com|net|org|info|top|xyz|vip|live|site|online|shop|click|win|bet|club|icu|cyou|cfd|lol|cc)\b/ nocase
        $hyphen = /-[a-z0-9]{2,30}(\.com|\.net|\.org|\.app|\.co|\.in|\.me|\.us|\.to|\.id|\.it|\.de|\.fr|\.es|\.nl|\.ru|\.pl|\.cz|\.ro|\.hu|\.gr|\.se|\.dk|\.eu)\b/ nocase
    condition:
        any of them
}
