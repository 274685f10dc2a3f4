package dev.winnow.console.pages;

import dev.winnow.console.rules.RuleShelf;
import dev.winnow.statistics.Precision;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleReport;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its figures of some days.
 *
 * @param hits matched messages of each day, in play and in shadow, the oldest first
 * @param messages the scanned messages of all days
 * @param precision the share of opinions that say junk; null without opinions
 */
record RuleRow(
        RuleShelf.RuleLine rule,
        RuleCounts sums,
        List<Long> hits,
        long messages,
        @Nullable Precision precision) {
    /** The rules with the most hits first, and rules with as many in their own order. */
    static List<RuleRow> list(RuleShelf.Shelf shelf, RuleReport report, LocalDate today) {
        Map<String, RuleReport.Line> lines = new HashMap<>();
        report.rules().forEach(line -> lines.put(line.rule(), line));
        return shelf.rules().stream()
                .map(rule -> of(rule, lines.get(rule.name()), report, today))
                .sorted(Comparator.comparingLong(row -> -row.total()))
                .toList();
    }

    static RuleRow of(RuleShelf.RuleLine rule, RuleReport report, LocalDate today) {
        return of(rule, report.find(rule.name()).orElse(null), report, today);
    }

    private static RuleRow of(
            RuleShelf.RuleLine rule, RuleReport.@Nullable Line line, RuleReport report, LocalDate today) {
        return line == null
                ? new RuleRow(rule, RuleCounts.NONE, Collections.nCopies(report.days(), 0L), report.messages(), null)
                : new RuleRow(
                        rule, line.sums(), line.hitsByDay(today, report.days()), report.messages(), line.precision());
    }

    /** All matched messages, in play and in shadow. */
    public long total() {
        return sums.hits() + sums.shadowHits();
    }

    /** Bars of the days as an SVG path: 3 units wide for each day, 20 high. */
    public String bars() {
        long top = Math.max(1, Collections.max(hits));
        StringBuilder path = new StringBuilder();
        for (int day = 0; day < hits.size(); day++) {
            double height = hits.get(day) == 0 ? 0 : 2 + 17.0 * hits.get(day) / top;
            if (height > 0) {
                path.append(String.format(Locale.ENGLISH, "M%.1f 20v-%.1f", 1.5 + 3 * day, height));
            }
        }
        return path.toString();
    }

    /** The largest number of a day. */
    public long top() {
        return Collections.max(hits);
    }

    public boolean isRestricted() {
        return rule.state().isRestricted();
    }

    /** The state in a word or two, such as {@code active 5 %}. */
    public String stateLabel() {
        return rule.state().mode()
                + (rule.state().share() < 100 ? " " + rule.state().share() + " %" : "");
    }

    boolean matches(String search, String state) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        boolean isNamed = rule.name().toLowerCase(Locale.ROOT).contains(wanted)
                || rule.title().toLowerCase(Locale.ROOT).contains(wanted);
        return isNamed
                && switch (state) {
                    case "restricted" -> isRestricted();
                    case "silent" -> total() == 0;
                    default -> true;
                };
    }
}
