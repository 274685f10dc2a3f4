package dev.winnow.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums of rules over some days, for people. Immutable; any thread.
 *
 * @param days the number of days
 * @param messages the messages that were scanned on these days
 * @param rules the rules with hits or opinions, the one with the most hits first
 */
public record RuleReport(int days, long messages, List<Line> rules) {
    /**
     * The sums of one rule.
     *
     * @param precision the share of opinions that say junk; null without opinions
     * @param byDay the sums of each day that has any
     */
    public record Line(
            String rule, RuleCounts sums, @Nullable Precision precision, SortedMap<LocalDate, RuleCounts> byDay) {
        private static Line of(String rule, SortedMap<LocalDate, RuleSums> days, RuleCounts sums) {
            SortedMap<LocalDate, RuleCounts> byDay = new TreeMap<>();
            days.forEach((day, all) -> byDay.put(day, all.countsOf(rule)));
            Precision precision = sums.precision();
            return new Line(rule, sums, precision.opinions() == 0 ? null : precision, byDay);
        }

        /** Hits of each day up to this one, in play and in shadow, the oldest first. */
        public List<Long> hitsByDay(LocalDate today, int days) {
            List<Long> hits = new ArrayList<>();
            for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
                hits.add(hitsOf(byDay.getOrDefault(day, RuleCounts.NONE)));
            }
            return hits;
        }
    }

    /** Adds up days. */
    public static RuleReport of(SortedMap<LocalDate, RuleSums> sums, int days) {
        RuleSums total = RuleSums.total(sums.values());
        List<Line> lines = new ArrayList<>();
        total.rules().forEach((name, counts) -> lines.add(Line.of(name, sums, counts)));
        lines.sort(Comparator.comparingLong((Line line) -> -hitsOf(line.sums())).thenComparing(Line::rule));
        return new RuleReport(days, total.messages(), List.copyOf(lines));
    }

    /** The line of a rule; empty if it has no sums. */
    public Optional<Line> find(String rule) {
        return rules.stream().filter(line -> line.rule().equals(rule)).findFirst();
    }

    /** The same report with the line of one rule only. */
    public RuleReport of(String rule) {
        return new RuleReport(days, messages, find(rule).stream().toList());
    }

    private static long hitsOf(RuleCounts counts) {
        return counts.hits() + counts.shadowHits();
    }
}
