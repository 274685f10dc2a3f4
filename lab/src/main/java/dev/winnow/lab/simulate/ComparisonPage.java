package dev.winnow.lab.simulate;

import java.util.List;
import java.util.Locale;

/** Formats a comparison as Markdown tables. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /**
     * Formats one table for all traces.
     *
     * @param taskHourUsd the price of an hour of one task
     */
    public static String formatTable(PolicyComparison sheet, double taskHourUsd) {
        StringBuilder text = new StringBuilder("""
                | trace | policy | wait p50 | p99 | max | late | task-hours | USD | most tasks |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        sheet.outcomes()
                .forEach((trace, row) -> row.forEach((policy, outcome) -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f s | %.1f s | %.1f s | %.0f s | %.1f | %.2f | %d |\n",
                        trace,
                        policy.equals(PolicyComparison.OURS) ? "**" + policy + "**" : policy,
                        outcome.p50(),
                        outcome.p99(),
                        outcome.max(),
                        outcome.lateSeconds(),
                        outcome.taskHours(),
                        outcome.taskHours() * taskHourUsd,
                        outcome.largest()))));
        return text.toString();
    }

    /** Formats the results of other settings. */
    public static String formatSweep(List<PolicyComparison.Sweep> rows) {
        StringBuilder text = new StringBuilder("""
                | setting | surge: max wait | surge: task-hours | day: p99 | day: task-hours |
                | --- | ---: | ---: | ---: | ---: |
                """);
        rows.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f | %.1f s | %.1f |\n",
                row.setting(),
                row.surge().max(),
                row.surge().taskHours(),
                row.day().p99(),
                row.day().taskHours())));
        return text.toString();
    }
}
