package dev.winnow.lab.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hand-written rules that may have been written for single messages. */
public final class OverfittedRules {
    private static final int FEW = 3;

    private OverfittedRules() {}

    /** Finds rules with one or two hits, all in one file. */
    public static List<String> findAmong(List<FileReport> reports) {
        Map<String, Integer> hits = new TreeMap<>();
        Map<String, Integer> files = new TreeMap<>();
        for (FileReport report : reports) {
            report.hitsByRule().forEach((rule, count) -> {
                hits.merge(rule, count[0] + count[1], Integer::sum);
                files.merge(rule, 1, Integer::sum);
            });
        }
        return hits.keySet().stream()
                .filter(rule -> !rule.startsWith("learnt_"))
                .filter(rule -> hits.getOrDefault(rule, 0) < FEW && files.getOrDefault(rule, 0) == 1)
                .toList();
    }
}
