package dev.winnow.bench.engine;

import dev.winnow.yara.RuleSource;
import java.util.List;

/** Makes rule sets of any size that resemble a hand-written junk pack: words, links, numbers, amounts, codes and conditions on them. */
final class SyntheticRules {

    private static final List<String> WORDS = List.of(
            "winner",
            "prize",
            "urgent",
            "verify",
            "account",
            "claim",
            "voucher",
            "lottery",
            "bonus",
            "limited",
            "parcel",
            "refund",
            "suspend",
            "confirm",
            "crypto",
            "invest",
            "casino",
            "subscribe",
            "expires",
            "selected");

    private SyntheticRules() {}

    static List<RuleSource> createRules(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(formatRule(i));
        }
        return List.of(new RuleSource("synthetic%d.yar".formatted(count), text.toString()));
    }

    private static String formatRule(int i) {
        String first = WORDS.get(i % WORDS.size());
        String second = WORDS.get((i * 7 + 3) % WORDS.size());
        String body = switch (i % 5) {
            case 0 -> """
                strings: $a = "%s%d" nocase fullword $b = "%s now" nocase $c = "%s" nocase fullword $d = "!"
                condition: 2 of ($a, $b, $c) or ($c and #d > 2)""".formatted(first, i, first, second);
            case 1 -> """
                strings: $url = /https?:\\/\\/[a-z0-9.-]{2,40}\\.(xyz|top|click|icu)\\/%d[a-z0-9]{2,12}/ nocase $w = "%s" nocase
                condition: $url and $w and filesize < 600""".formatted(i % 10, first);
            case 2 -> """
                strings: $n = /\\+%d[0-9]{9,12}/ $w = "%s" nocase fullword $v = "call %s" nocase
                condition: $n in (0..60) and any of ($w, $v)""".formatted(i % 90 + 1, first, second);
            case 3 -> """
                strings: $amount = /(\\$|EUR ?)%d[0-9]{1,5}/ $w = "%s" nocase fullword $x = "free %s" nocase
                condition: $amount and ($w or $x)""".formatted(i % 9 + 1, first, second);
            default -> """
                strings: $code = /code:? ?%d[0-9]{3,5}/ nocase $w = "%s%d" nocase $v = "%s" nocase fullword $u = "reply stop" nocase
                condition: ($code and not $u) or all of ($w, $v)""".formatted(i % 10, first, i, second);
        };
        return "rule synthetic_%d { %s }\n".formatted(i, body);
    }
}
