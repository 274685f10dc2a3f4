package dev.winnow.statistics;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Encodes sums as JSON, with six numbers for each rule in the order of {@link RuleCounts}. Stateless; any thread. */
public final class RuleSumsCodec {
    private static final int NUMBERS = 6;

    private record Item(long messages, Map<String, long[]> rules) {}

    private RuleSumsCodec() {}

    /** Encodes sums. */
    public static String encode(RuleSums sums) {
        Map<String, long[]> rules = new TreeMap<>();
        sums.rules()
                .forEach((rule, counts) -> rules.put(rule, new long[] {
                    counts.hits(),
                    counts.decisive(),
                    counts.shadowHits(),
                    counts.wouldChange(),
                    counts.junk(),
                    counts.notJunk()
                }));
        return JsonMapper.shared().writeValueAsString(new Item(sums.messages(), rules));
    }

    /**
     * Decodes sums.
     *
     * @throws IllegalArgumentException if a rule has other than six numbers
     */
    public static RuleSums decode(String json) {
        Item item = JsonMapper.shared().readValue(json, Item.class);
        Map<String, RuleCounts> rules = new TreeMap<>();
        item.rules().forEach((rule, numbers) -> {
            if (numbers.length != NUMBERS) {
                throw new IllegalArgumentException(
                        "the stored sums of rule '%s' are %d numbers, and this release reads %d"
                                .formatted(rule, numbers.length, NUMBERS));
            }
            rules.put(rule, new RuleCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
        });
        return new RuleSums(item.messages(), rules);
    }
}
