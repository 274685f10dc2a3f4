// Nobody disguises a message that could be sent plainly. These look at the raw text only.

rule letters_spread_out {
    meta:
        title = "Letters spread out"
        category = "junk"
        weight = 50
        unmasks = true
        slow = true
        why = "Separators between all letters serve to pass filters."
    strings:
        $spaces = /[a-z] [a-z] [a-z]( l | s | t | o | d | n | e | r )[a-z] [a-z] [a-z] [a-z] [a-z] [a-z]/ nocase
        $dots = /[a-z]\.[a-z](\.o\.|\.r\.|\.s\.|\.t\.|\.a\.|\.l\.|\.e\.|\.n\.|\.i\.)[a-z]\.[a-z]\.[a-z]/ nocase
        $dashes = /[a-z]-[a-z](-e-|-o-|-r-|-s-|-t-|-i-|-l-|-a-|-n-)[a-z]-[a-z]-[a-z]/ nocase
        $signs = /[a-z][_*|~\/][a-z](_e_|_o_|_n_|_r_|_s_|_t_|_a_|_i_|\*e\*|\*o\*|\*n\*|\*r\*|\*s\*|\*t\*|\*a\*|\*i\*|\|e\||\|o\||\|n\||\|r\||\|s\||\|t\||\|a\||\|i\||~e~|~o~|~n~|~r~|~s~|~t~|~a~|~i~|\/e\/|\/o\/|\/n\/|\/s\/|\/i\/|\/r\/|\/t\/|\/a\/)[a-z][_*|~\/][a-z]/ nocase
        $blank_dots = /[a-z] \. [a-z] \. [a-z] \. [a-z] \. [a-z]/ nocase
        $dots_blank = /[a-z]\. [a-z](\. e\. |\. o\. |\. n\. |\. r\. |\. s\. |\. a\. |\. t\. |\. i\. )[a-z]\. [a-z]/ nocase
        $words = /([a-z] [a-z] [a-z]( [a-z]){0,12} {2,5}){3,6}/ nocase
    condition:
        view == "raw" and any of ($spaces, $dots, $dashes, $signs, $blank_dots, $dots_blank, $words)
}

rule letters_of_two_alphabets {
    meta:
        title = "Words in two alphabets"
        category = "junk"
        weight = 45
        unmasks = true
        slow = true
        why = "A Cyrillic or Greek letter inside a Latin word is there to deceive."
    strings:
        $capital = /[a-z]{2}(\xd0\x90|\xd0\x95|\xd0\x9e|\xd0\xa0|\xd0\x9a|\xd0\x9c|\xd0\x9d|\xd0\xa2|\xd0\xa1|\xd0\xa5|\xd0\x92)[a-z]/ nocase
        $small = /[a-z](\xd0\xb0|\xd0\xb5|\xd0\xbe|\xd1\x80|\xd1\x81|\xd1\x85|\xd1\x83|\xd1\x96|\xd1\x95|\xd1\x98)(\xd0[\xb0\xb5\xbe]|\xd1[\x80\x81\x85\x83\x96\x95\x98])?[a-z]/ nocase
        $after_space = /( \xd0\xa0| \xd0\x90| \xd0\x95| \xd0\x9e| \xd0\x9c| \xd0\x9d| \xd0\xb0| \xd0\xbe| \xd0\xb5| \xd0\xa1| \xd0\x92| \xd1\x80| \xd1\x81| \xd1\x85| \xd1\x83| \xd1\x95| \xd1\x96)(\xd0[\xa0\x90\x95\x9e\x9c\x9d\xb0\xbe\xb5\xa1\x92]|\xd1[\x80\x81\x85\x83\x95\x96]){0,3}[a-z]{2}/ nocase
        $after_break = /(\n\xd0\xa0|\n\xd0\x90|\n\xd0\x95|\n\xd0\x9e|\n\xd0\x9c|\n\xd0\x9d|\n\xd0\xb0|\n\xd0\xbe|\n\xd0\xb5|\n\xd0\xa1|\n\xd0\x92|\n\xd1\x80|\n\xd1\x81|\n\xd1\x85|\n\xd1\x83|\n\xd1\x95|\n\xd1\x96)(\xd0[\xa0\x90\x95\x9e\x9c\x9d\xb0\xbe\xb5\xa1\x92]|\xd1[\x80\x81\x85\x83\x95\x96]){0,3}[a-z]{2}/ nocase
        $after_bracket = /(\(\xd0\xa0|\(\xd0\x90|\(\xd0\x95|\(\xd0\x9e|\(\xd0\x9c|\(\xd0\x9d|\(\xd0\xb0|\(\xd0\xbe|\(\xd0\xb5|\(\xd0\xa1|\(\xd0\x92|\(\xd1\x80|\(\xd1\x81|\(\xd1\x85|\(\xd1\x83|\(\xd1\x95|\(\xd1\x96)(\xd0[\xa0\x90\x95\x9e\x9c\x9d\xb0\xbe\xb5\xa1\x92]|\xd1[\x80\x81\x85\x83\x95\x96]){0,3}[a-z]{2}/ nocase
        $first = /(\xd0\xa0|\xd0\x90|\xd0\x95|\xd0\x9e|\xd0\x9c|\xd0\x9d|\xd0\xb0|\xd0\xbe|\xd0\xb5|\xd0\xa1|\xd0\x92|\xd1\x80|\xd1\x81|\xd1\x85|\xd1\x83|\xd1\x95|\xd1\x96)(\xd0[\xa0\x90\x95\x9e\x9c\x9d\xb0\xbe\xb5\xa1\x92]|\xd1[\x80\x81\x85\x83\x95\x96]){0,3}[a-z]{2}/ nocase
        $greek = /[a-z](\xce\xb1|\xce\xb5|\xce\xb9|\xce\xbf|\xce\xbd|\xce\xba|\xcf\x81|\xcf\x85|\xcf\x84)[a-z]/ nocase
    condition:
        view == "raw" and ($first at 0 or any of ($capital, $small, $after_*, $greek))
}

rule invisible_letters {
    meta:
        title = "Invisible characters inside words"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Zero-width characters between Latin letters change nothing for the reader and everything for a word list."
    strings:
        $zero_width = /[a-z](\xe2\x80\x8b|\xe2\x80\x8c|\xe2\x80\x8d|\xe2\x80\x8e|\xe2\x80\x8f|\xe2\x80\xaa|\xe2\x80\xab|\xe2\x80\xac|\xe2\x80\xad|\xe2\x80\xae|\xe2\x81\xa0|\xe2\x81\xa1|\xe2\x81\xa2|\xe2\x81\xa3|\xe2\x81\xa4|\xef\xbb\xbf|\xc2\xad|\xcd\x8f|\xe1\xa0\x8e)(\xe2(\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xa4])|\xef\xbb\xbf|\xc2\xad|\xcd\x8f|\xe1\xa0\x8e){0,11}[a-z]/ nocase
        $spaced = /(\xe2\x80\x8b[ -~]){6}/
    condition:
        view == "raw" and (($zero_width and #zero_width > 1) or $spaced)
}

rule letters_of_another_width {
    meta:
        title = "Mathematical, boxed or full-width letters"
        category = "junk"
        weight = 40
        slow = true
        why = "Letters from symbol blocks read like text and are not."
    strings:
        $full = /(\xef(\xbc[\xa1-\xba]|\xbd[\x81-\x9a])){4,24}/
        $math = /(\xf0\x9d(\x90|\x91|\x93|\x95|\x96|\x97|\x98|\x99|\x9a|\x94|\x92)[\x80-\xbf]){4,24}/
        $boxed = /(\xf0\x9f(\x84|\x85)[\x80-\xbf]( ?)){4,24}/
        $circled = /(\xe2(\x92|\x93)[\x80-\xbf]){4,24}/
    condition:
        view == "raw" and (($full and #full > 2) or any of ($math, $boxed, $circled))
}

rule digits_for_letters {
    meta:
        title = "Digits in place of letters"
        category = "junk"
        weight = 45
        unmasks = true
        why = "Words of fraud written with digits, as no writer in a hurry would."
    strings:
        $words = /\b(acc[o0]un7|@cc[o0]unt|4cc[o0]unt|acc0unts|l0cked|bl0ck3?d|ver1fy|v3rify|veri1y|cl1ck|c1ick|cl!ck|fr33|fr3e|pr1z3|pr1ze|pri2e|w1nn3r|c[a4]5h|ca\$h|c@sh|b0nus|b0nu5|l0an|l0@n|p@ckage|p4ck4g3|pa[c]k4ge|p4yp4l|paypa1|paypai|n3tf1ix|netf1ix|netfiix|am4z0n|amaz0n|fa1led|susp3nd3d|suspend3d|acc3ss|upd4t3|l1mited|conf1rm|c0nf1rm|secur1ty|s3cur1ty|cr3d1t|cred1t|pa5sword|passw0rd|p4ssw0rd|c0de|b4nk|urg3nt|pl3@s3|pl3ase|gu4r4nt33d|r3w4rd|rew4rd|cust0mer|cust0m3r|del1very|d3l1v3ry|1mm3d1at3ly|cas1no|c4s1n0|sl0ts?|s1ot|j4ckp0t|jackp0t|be7|p0rn|v1agra|vi@gra|0ffer|0ff3r|d3@l|s@le|w1th|h3r3|h3re|c[a@]11|ca11|t3xt|tex7|ch@se|3xpir3?d?|3xp1r3d|t0d4y|acc0unt|w1nner|w1n|s3x|upd[a@]t3|b@nk|p@yp[a@]l|l1m1t3d|t0day|v0daf0ne|l0ck3?d|bl0cked|n0w|v3r1fy|w0n|fl1pkart|y0ur|y0u|y0)\b/ nocase
    condition:
        view == "raw" and $words and (#words > 1 or link or phone_number)
}
