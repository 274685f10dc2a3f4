package dev.winnow.verdict;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules of an item are called, once each and bounded in bytes, so that no envelope makes an item too large for its store. */
final class RuleTable {
    /** Several hundred rules of usual names and titles. */
    static final int MAX_BYTES = 24_000;

    private static final int MAX_NUMBER_BYTES = 5;

    /** What an item keeps of a rule. */
    record StoredRule(String name, String title, int weight) {
        static StoredRule fromMatch(RuleMatch match) {
            return new StoredRule(match.rule(), match.title(), match.weight());
        }

        /** A rule of which only the name matters. */
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

    /** Takes the rule in unless the table is full; true when it is in. */
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
