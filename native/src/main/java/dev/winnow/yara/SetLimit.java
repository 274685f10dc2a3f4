package dev.winnow.yara;

import java.util.Map;
import java.util.Set;

/**
 * An estimate of the highest cost of a set of rules: the cost of the set that was measured last, and the own cost of each rule that has come
 * since. Any thread.
 */
final class SetLimit {
    private Set<String> rules = Set.of();
    private double limit = Double.POSITIVE_INFINITY;

    /**
     * The limit for these rules, as a multiple of the reference rule; infinite if no set was measured yet.
     *
     * @param costs of each rule alone, by its {@link RuleText#key}
     */
    synchronized double limitOf(Map<String, Double> costs) {
        double added = costs.entrySet().stream()
                .filter(rule -> !rules.contains(rule.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return limit + added;
    }

    /** Takes the place of what was known before. */
    synchronized void remember(Set<String> measured, double cost) {
        rules = Set.copyOf(measured);
        limit = cost;
    }
}
