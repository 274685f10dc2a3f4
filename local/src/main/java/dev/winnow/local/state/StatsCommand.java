package dev.winnow.local.state;

import dev.winnow.aws.AwsServices;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.DailySums;
import dev.winnow.statistics.Precision;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.statistics.RuleSums;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** The sums of a rule over all days and on each day; {@code precision} is null without opinions. */
    private record Line(
            String rule, RuleCounts sums, @Nullable Precision precision, SortedMap<LocalDate, RuleCounts> byDay) {}

    private record Report(int days, long messages, List<Line> rules) {}

    @Override
    public Integer call() {
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("--days takes 1 to 400, and not " + days);
        }
        Report report = createReport(readDays());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(report));
        } else {
            printTable(report, out);
        }
        return 0;
    }

    private SortedMap<LocalDate, RuleSums> readDays() {
        Clock clock = Clock.systemUTC();
        if (rules.fleet().isGiven()) {
            try (AwsServices aws = rules.fleet().openAws()) {
                return new DailySums(rules.fleet().openStatistics(aws), clock).listDays(days);
            }
        }
        Path file = DataFolder.databaseFile(rules.data());
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "there is no " + file + ": start 'winnow run', or name its folder by --data");
        }
        try (SqliteDatabase database = SqliteDatabase.openFile(file, clock)) {
            return new DailySums(database.statistics(), clock).listDays(days);
        }
    }

    private Report createReport(SortedMap<LocalDate, RuleSums> sums) {
        RuleSums total = RuleSums.total(sums.values());
        List<Line> lines = new ArrayList<>();
        total.rules().forEach((name, counts) -> {
            if (rule == null || rule.equals(name)) {
                SortedMap<LocalDate, RuleCounts> byDay = new TreeMap<>();
                sums.forEach((day, all) -> byDay.put(day, all.countsOf(name)));
                Precision precision = counts.precision();
                lines.add(new Line(name, counts, precision.opinions() == 0 ? null : precision, byDay));
            }
        });
        lines.sort(Comparator.comparingLong((Line line) -> -hitsOf(line.sums())).thenComparing(Line::rule));
        return new Report(days, total.messages(), lines);
    }

    private void printTable(Report report, PrintWriter out) {
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
        for (Line line : report.rules()) {
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
                    drawDays(line.byDay()));
        }
    }

    private String drawDays(SortedMap<LocalDate, RuleCounts> byDay) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Long> hits = new ArrayList<>();
        for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            hits.add(hitsOf(byDay.getOrDefault(day, RuleCounts.NONE)));
        }
        return Sparkline.draw(hits);
    }

    private static long hitsOf(RuleCounts counts) {
        return counts.hits() + counts.shadowHits();
    }
}
