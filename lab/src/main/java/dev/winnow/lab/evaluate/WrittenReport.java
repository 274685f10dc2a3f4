package dev.winnow.lab.evaluate;

import dev.winnow.lab.learn.CorpusMessage;
import dev.winnow.verdict.Category;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The report on the {@code test} halves of the written corpora, by label, kind and language. */
final class WrittenReport {
    private static final Set<String> CODES_AND_ALERTS = Set.of("code", "alert");

    /** A language with fewer junk rows has no bar. */
    private static final int LEAST_ROWS = 50;

    private final JudgedMessages honest;
    private final JudgedMessages junk;
    private final PrintWriter out;

    WrittenReport(JudgedMessages tests, PrintWriter out) {
        honest = tests.select(message -> !message.isJunk());
        junk = tests.select(CorpusMessage::isJunk);
        this.out = out;
    }

    void printAll(EvaluationFigures figures) {
        printGroups("written honest, test half: called junk", honest, CorpusMessage::kind);
        printGroups("written junk, test half: called junk, by kind", junk, CorpusMessage::kind);
        printGroups("written junk, test half: called junk, by language", junk, CorpusMessage::language);
        JudgedMessages codes = honest.select(message -> CODES_AND_ALERTS.contains(message.kind()));
        JudgedMessages others = honest.select(
                message -> message.label().equals("transaction") && !CODES_AND_ALERTS.contains(message.kind()));
        figures.atMost(
                "written-codes-and-alerts-junked", (double) codes.countJunk().hits(), 0);
        figures.atMost("written-honest-junked", honest.countJunk().share(), 0.002);
        figures.atLeast(
                "written-codes-and-alerts-protected",
                codes.countAs(Category.TRANSACTION).share(),
                0.97);
        figures.atLeast(
                "written-other-transactions",
                others.countAs(Category.TRANSACTION).share(),
                0.85);
        figures.atLeast("written-junk-caught", junk.countJunk().share(), 0.92);
        figures.atLeast("written-junk-caught-in-worst-language", worstLanguage(), 0.80);
    }

    private double worstLanguage() {
        return languagesOf(junk).stream()
                .map(language -> junk.select(message -> message.language().equals(language)))
                .filter(rows -> rows.rows().size() >= LEAST_ROWS)
                .mapToDouble(rows -> rows.countJunk().share())
                .min()
                .orElse(1);
    }

    private void printGroups(String title, JudgedMessages rows, Function<CorpusMessage, String> group) {
        out.printf("%n%s%n  %-24s%s%n", title, "all", rows.countJunk().format());
        Set<String> names = new TreeSet<>();
        rows.rows().forEach(row -> names.add(group.apply(row.message())));
        for (String name : names) {
            out.printf(
                    "  %-24s%s%n",
                    name,
                    rows.select(message -> group.apply(message).equals(name))
                            .countJunk()
                            .format());
        }
    }

    private static Set<String> languagesOf(JudgedMessages rows) {
        Set<String> languages = new TreeSet<>();
        rows.rows().forEach(row -> languages.add(row.message().language()));
        return languages;
    }
}
