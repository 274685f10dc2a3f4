package dev.winnow.local.state;

import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code winnow rules stats}. */
@Command(
        name = "stats",
        description = {
            "Show what rules did on each of the last days: hits, hits that decided a verdict, and opinions of people.",
            "The precision is the share of opinions that say junk, with its 95 %% interval. Figures are up to ten seconds old."
        })
public final class StatsCommand implements Callable<Integer> {
    @Mixin
    private final StatesOption rules = new StatesOption();

    @Parameters(arity = "0..1", paramLabel = "RULE", description = "One rule (default: every rule with hits).")
    private @Nullable String rule;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "The number of days, today included, 1 to 400 (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("--days takes 1 to 400, and not " + days);
        }
        RuleReport all = rules.onDesk(desk -> desk.readReport(days));
        RuleReport report = rule == null ? all : all.of(rule);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(report));
        } else {
            printTable(report, out);
        }
        return 0;
    }

    private void printTable(RuleReport report, PrintWriter out) {
        out.printf(Locale.ROOT, "%,d messages in %d days%n", report.messages(), report.days());
        if (report.rules().isEmpty()) {
            out.println(rule == null ? "No rule matched." : "The rule " + rule + " matched no message.");
            return;
        }
        int width = report.rules().stream()
                .mapToInt(line -> line.rule().length())
                .max()
                .orElse(4);
        String columns = "%-" + Math.max(width, 4) + "s %9s %9s %9s %9s %6s %8s  %-18s %s%n";
        out.printf(columns, "rule", "hits", "decisive", "shadow", "changes", "junk", "not junk", "precision", "by day");
        for (RuleReport.Line line : report.rules()) {
            RuleCounts sums = line.sums();
            out.printf(
                    Locale.ROOT,
                    columns,
                    line.rule(),
                    sums.hits(),
                    sums.decisive(),
                    sums.shadowHits(),
                    sums.wouldChange(),
                    sums.junk(),
                    sums.notJunk(),
                    line.precision() == null ? "-" : line.precision().format(),
                    Sparkline.draw(line.hitsByDay(LocalDate.now(ZoneOffset.UTC), days)));
        }
    }
}
