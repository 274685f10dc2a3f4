package dev.winnow.local.backtest;

import dev.winnow.lab.backtest.BacktestReport;
import dev.winnow.lab.backtest.BacktestReport.Change;
import dev.winnow.lab.backtest.BacktestReport.Example;
import dev.winnow.lab.backtest.BacktestReport.RuleLine;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.verdict.RuleMatch;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report of a backtest as people read it. Stateless. */
final class BacktestTable {
    private BacktestTable() {}

    static void print(BacktestReport report, PrintWriter out) {
        printHead(report, out);
        if (report.messages() == 0) {
            return;
        }
        for (Change change : report.changes()) {
            out.printf(Locale.ROOT, "%-28s %,9d%n", change.from() + " -> " + change.to(), change.count());
        }
        printRules(report.rules(), out);
        report.changes().forEach(change -> printExamples(change, out));
    }

    private static void printHead(BacktestReport report, PrintWriter out) {
        if (report.first() == null || report.last() == null) {
            out.println(
                    "The history has no such messages. A tenant's messages are kept from the time at which its history is"
                            + " turned on: winnow tenant set TENANT --history DAYS");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%,d messages from %s to %s, %,d with opinions%n"
                        + "%,d verdicts change; new junk that people call not junk: %,d; missed junk that they call junk: %,d%n",
                report.messages(),
                report.first().truncatedTo(ChronoUnit.SECONDS),
                report.last().truncatedTo(ChronoUnit.SECONDS),
                report.opinions(),
                report.changed(),
                report.newJunkOnHam(),
                report.missedJunk());
    }

    /** The rules whose hits or decisions differ; the others say nothing about the change. */
    private static void printRules(List<RuleLine> rules, PrintWriter out) {
        List<RuleLine> changed = rules.stream()
                .filter(line -> !line.live().equals(line.candidate()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        int width =
                changed.stream().mapToInt(line -> line.rule().length()).max().orElse(4);
        String columns = "%-" + Math.max(4, width) + "s %17s %17s %6s %8s  %s%n";
        out.println();
        out.printf(columns, "rule", "hits", "decisive", "junk", "not junk", "precision");
        for (RuleLine line : changed) {
            out.printf(
                    columns,
                    line.rule(),
                    describe(hitsOf(line.live()), hitsOf(line.candidate())),
                    describe(line.live().decisive(), line.candidate().decisive()),
                    line.candidate().junk(),
                    line.candidate().notJunk(),
                    line.precision() == null ? "-" : line.precision().format());
        }
    }

    private static void printExamples(Change change, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%s -> %s, %d of %,d:%n",
                change.from(),
                change.to(),
                change.examples().size(),
                change.count());
        for (Example example : change.examples()) {
            List<RuleMatch> differing = listDiffering(example);
            out.printf(
                    "  %d -> %d  %s  %s  [%s]%n",
                    example.scoreLive(),
                    example.score(),
                    example.tenant(),
                    MarkedText.mark(example.text(), differing),
                    differing.stream().map(RuleMatch::rule).collect(Collectors.joining(", ")));
        }
    }

    /** The matches that only one side has. */
    private static List<RuleMatch> listDiffering(Example example) {
        Set<String> before = namesOf(example.live());
        Set<String> after = namesOf(example.candidate());
        return Stream.concat(
                        example.candidate().stream().filter(match -> !before.contains(match.rule())),
                        example.live().stream().filter(match -> !after.contains(match.rule())))
                .toList();
    }

    private static Set<String> namesOf(List<RuleMatch> matches) {
        return matches.stream().map(RuleMatch::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long hitsOf(RuleCounts counts) {
        return counts.hits() + counts.shadowHits();
    }

    private static String describe(long before, long after) {
        return String.format(Locale.ROOT, before == after ? "%2$,d" : "%,d -> %,d", before, after);
    }
}
