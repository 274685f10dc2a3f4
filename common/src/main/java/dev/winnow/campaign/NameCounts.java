package dev.winnow.campaign;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts of names, such as rules or domains, of which the most frequent are kept. */
final class NameCounts {
    /** The most names that are kept. */
    static final int MOST = 8;

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private NameCounts() {}

    /** The sums of both, the most frequent first. */
    static Map<String, Long> add(Map<String, Long> counts, Map<String, Long> others) {
        Map<String, Long> sums = new HashMap<>(counts);
        others.forEach((name, count) -> sums.merge(name, count, Long::sum));
        return keepMost(sums);
    }

    /** The most frequent names, the most frequent first. */
    static Map<String, Long> keepMost(Map<String, Long> counts) {
        Map<String, Long> kept = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(MOST_FIRST)
                .limit(MOST)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
