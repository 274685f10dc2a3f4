package dev.winnow.console.pages;

import dev.winnow.console.tenants.UsageDesk.UsageReport;
import dev.winnow.statistics.UsageCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days of a tenant as stacked bars, one for each day: 3 units wide, 20 high. Immutable; any thread.
 *
 * @param paths an SVG path for each outcome
 * @param top the messages of the busiest day
 */
record UsagePicture(List<Part> paths, long top) {
    private static final double HEIGHT = 19;

    /** The bars of one outcome. */
    record Part(String outcome, String path) {}

    static UsagePicture draw(UsageReport report) {
        long top = report.days().stream()
                .mapToLong(day -> day.counts().messages())
                .max()
                .orElse(0);
        List<Part> parts = new ArrayList<>();
        for (int outcome = 0; outcome < Mix.NAMES.size(); outcome++) {
            StringBuilder path = new StringBuilder();
            for (int day = 0; day < report.days().size(); day++) {
                List<Long> counts = countsOf(report.days().get(day).counts());
                long below = counts.subList(0, outcome).stream()
                        .mapToLong(Long::longValue)
                        .sum();
                if (counts.get(outcome) > 0) {
                    path.append(String.format(
                            Locale.ENGLISH,
                            "M%.1f %.2fv-%.2f",
                            1.5 + 3 * day,
                            20 - HEIGHT * below / top,
                            HEIGHT * counts.get(outcome) / top));
                }
            }
            if (!path.isEmpty()) {
                parts.add(new Part(Mix.NAMES.get(outcome), path.toString()));
            }
        }
        return new UsagePicture(parts, top);
    }

    /** The counts in the order of {@link Mix#NAMES}. */
    static List<Long> countsOf(UsageCounts counts) {
        return List.of(
                counts.junk(),
                counts.promotion(),
                counts.transaction(),
                counts.clean(),
                counts.failed(),
                counts.expired());
    }
}
