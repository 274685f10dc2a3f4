package dev.winnow.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of all rules over some time. Immutable; any thread.
 *
 * @param messages messages that were scanned
 * @param rules the sums of each rule that has any, by name
 */
public record RuleSums(long messages, Map<String, RuleCounts> rules) {
    public static final RuleSums NONE = new RuleSums(0, Map.of());

    public RuleSums {
        rules = Map.copyOf(rules);
    }

    /** Adds other sums. */
    public RuleSums plus(RuleSums other) {
        Map<String, RuleCounts> all = new TreeMap<>(rules);
        other.rules.forEach((rule, counts) -> all.merge(rule, counts, RuleCounts::plus));
        return new RuleSums(messages + other.messages, all);
    }

    /** The sums of a rule; zeros if it has none. */
    public RuleCounts countsOf(String rule) {
        return rules.getOrDefault(rule, RuleCounts.NONE);
    }

    /** Adds up sums. */
    public static RuleSums total(Collection<RuleSums> parts) {
        return parts.stream().reduce(NONE, RuleSums::plus);
    }
}
