package dev.winnow.lab.evaluate;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.ProgressListener;
import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.Findings;
import dev.winnow.worker.scan.RuleFact;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The report of a rule set on one corpus: a table of label by verdict, figures, the rules' hits, and wrong verdicts. */
public final class FileReport {
    private static final int LABEL_COLUMNS = 14;

    private final Corpus corpus;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A message and its verdict.
     *
     * @param rules the names of all matched rules
     * @param nanoseconds the time of scanning and judging
     */
    public record Row(LabelledMessage message, Verdict.Judged verdict, List<RuleFact> rules, long nanoseconds) {}

    /** Judges every message. */
    public FileReport(Corpus corpus, Judge judge, ProgressListener progress) {
        this.corpus = corpus;
        for (LabelledMessage message : corpus.messages()) {
            progress.reportProgress(rows.size(), corpus.messages().size());
            long start = System.nanoTime();
            Findings findings = judge.examineText(message.text());
            Verdict.Judged verdict = Judge.judgeFindings(findings, null, TenantSettings.DEFAULT);
            rows.add(new Row(message, verdict, findings.facts(), System.nanoTime() - start));
        }
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    Corpus corpus() {
        return corpus;
    }

    /** The number of messages with the label that were judged to be of the category. */
    long countJudged(String label, Category category) {
        return rows.stream()
                .filter(row ->
                        row.message().label().equals(label) && row.verdict().category() == category)
                .count();
    }

    /** The number of junk messages and of other messages that each rule hit. */
    Map<String, int[]> hitsByRule() {
        Map<String, int[]> hits = new TreeMap<>();
        for (Row row : rows) {
            for (RuleFact rule : row.rules()) {
                hits.computeIfAbsent(rule.name(), name -> new int[2])[
                        row.message().isJunk() ? 1 : 0]++;
            }
        }
        return hits;
    }

    public void printTable(PrintWriter out) {
        out.printf(Locale.ROOT, "%n%s, %,d messages%n%-14s", corpus.name(), rows.size(), "");
        for (Category category : Category.values()) {
            out.printf("%12s", category.token());
        }
        out.println();
        rows.stream().map(row -> row.message().label()).distinct().sorted().forEach(label -> {
            out.print(DisplayText.pad(label, LABEL_COLUMNS));
            for (Category category : Category.values()) {
                out.printf(Locale.ROOT, "%,12d", countJudged(label, category));
            }
            out.println();
        });
        Scores scores = toScores();
        out.printf(
                Locale.ROOT,
                "recall %.2f %%, false positives %.3f %%, accuracy %.2f %%; recall at 0.1 %%: %.2f %%, at 0.5 %%: %.2f %%%n",
                100 * scores.recall(),
                100 * scores.falsePositiveRate(),
                100 * scores.accuracy(),
                100 * scores.recallAt(0.001),
                100 * scores.recallAt(0.005));
    }

    /** Prints the rules by hits, with the share of their hits that was junk. */
    public void printRules(PrintWriter out) {
        out.printf("%n%-32s %8s %8s %10s%n", "rule", "junk", "others", "precision");
        hitsByRule().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("learnt_"))
                .sorted(Comparator.comparingInt(entry -> -entry.getValue()[1]))
                .forEach(entry -> {
                    int junk = entry.getValue()[1];
                    int others = entry.getValue()[0];
                    out.printf(
                            Locale.ROOT,
                            "%-32s %8d %8d %9.1f%%%n",
                            entry.getKey(),
                            junk,
                            others,
                            100.0 * junk / (junk + others));
                });
    }

    /** Prints junk that passed and other messages that were called junk. */
    public void printWrong(PrintWriter out, int limit) {
        rows.stream()
                .filter(row -> row.message().isJunk() != (row.verdict().category() == Category.JUNK))
                .limit(limit)
                .forEach(row -> out.printf(
                        "wrong\t%s\t%s %d\t%s\t%s%n",
                        row.message().label(),
                        row.verdict().category().token(),
                        row.verdict().score(),
                        DisplayText.toLine(row.message().text()),
                        row.rules().stream().map(RuleFact::name).toList()));
    }

    private Scores toScores() {
        Scores scores = Scores.forMessages(corpus.messages());
        for (int i = 0; i < rows.size(); i++) {
            Verdict.Judged verdict = rows.get(i).verdict();
            boolean shielded = verdict.decidedBy() == DecidedBy.PROTECTED;
            scores.recordScore(i, shielded ? 0 : verdict.score(), verdict.category() == Category.JUNK);
        }
        return scores;
    }
}
