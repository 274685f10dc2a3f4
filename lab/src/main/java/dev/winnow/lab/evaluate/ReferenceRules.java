package dev.winnow.lab.evaluate;

import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes rules of words that cost as little as possible, to compare the cost of other rules with on the same machine. */
final class ReferenceRules {
    private static final Pattern RULE = Pattern.compile("(?m)^(?:private )?rule ");
    private static final List<String> WORDS = List.of(
            "winner", "prize", "urgent", "verify", "account", "claim", "voucher", "lottery", "parcel", "refund",
            "suspend", "casino");

    private ReferenceRules() {}

    /** Makes as many rules as the sources have, of three strings each. */
    static List<RuleSource> asManyAs(List<RuleSource> sources) {
        long rules = sources.stream()
                .mapToLong(source -> RULE.matcher(source.text()).results().count())
                .sum();
        String text = IntStream.range(0, (int) rules)
                .mapToObj(ReferenceRules::formatRule)
                .collect(Collectors.joining());
        return List.of(new RuleSource("reference.yar", text));
    }

    private static String formatRule(int i) {
        String first = WORDS.get(i % WORDS.size());
        String second = WORDS.get((i * 7 + 3) % WORDS.size());
        return """
                rule reference_%d {
                    strings: $a = "%s" nocase fullword $b = "%s now" nocase $c = /%s [a-z]{2,8} %d/ nocase
                    condition: 2 of them
                }
                """.formatted(i, first, second, second, i);
    }
}
