package dev.winnow.verdict;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names and titles of an item's rules, once each and bounded in bytes, so that no item is too large for its store. One thread. */
final class RuleTable {
    /** The most bytes of all rules: enough for several hundred rules with usual names and titles. */
    static final int MAX_BYTES = 24_000;

    private static final int MAX_NUMBER_BYTES = 5;

    /** The part of a rule that an item keeps. */
    record StoredRule(String name, String title, int weight) {
        static StoredRule fromMatch(RuleMatch match) {
            return new StoredRule(match.rule(), match.title(), match.weight());
        }

        /** Makes a rule of which only the name is kept. */
        static StoredRule fromName(String name) {
            return new StoredRule(name, "", 0);
        }

        private int maxBytes() {
            return name.getBytes(StandardCharsets.UTF_8).length
                    + title.getBytes(StandardCharsets.UTF_8).length
                    + 3 * MAX_NUMBER_BYTES;
        }
    }

    private final Map<StoredRule, Integer> numbers = new LinkedHashMap<>();
    private int bytes;

    /** Adds a rule; false if the table is full and does not hold it. */
    boolean admitRule(StoredRule rule) {
        if (numbers.containsKey(rule)) {
            return true;
        }
        int needed = rule.maxBytes();
        if (bytes + needed > MAX_BYTES) {
            return false;
        }
        bytes += needed;
        numbers.put(rule, numbers.size());
        return true;
    }

    /** The number of a rule that was admitted. */
    int numberOf(StoredRule rule) {
        Integer number = numbers.get(rule);
        if (number == null) {
            throw new IllegalStateException("rule '" + rule.name() + "' was not admitted to the item's table");
        }
        return number;
    }

    void writeTable(ByteWriter out) {
        out.writeUnsigned(numbers.size());
        numbers.keySet()
                .forEach(rule ->
                        out.writeText(rule.name()).writeText(rule.title()).writeSigned(rule.weight()));
    }
}
