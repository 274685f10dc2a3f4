package dev.winnow.lab.evaluate;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The report on a corpus that the judging model did not learn from, with the bars of that corpus. */
final class CorpusReport {
    private final String source;
    private final JudgedMessages messages;
    private final PrintWriter out;

    CorpusReport(String source, JudgedMessages messages, PrintWriter out) {
        this.source = source;
        this.messages = messages;
        this.out = out;
    }

    void printAll(EvaluationFigures figures) {
        out.printf("%n%s, left out%n", source);
        Set<String> labels = new TreeSet<>();
        messages.rows().forEach(row -> labels.add(row.message().label()));
        for (String label : labels) {
            JudgedMessages rows = ofLabel(label);
            out.printf(
                    "  %-12s junk %s, junk or promotion %s%n",
                    label,
                    rows.countJunk().format(),
                    rows.countJunkOrPromotion().format());
        }
        printFigures(figures);
    }

    private void printFigures(EvaluationFigures figures) {
        switch (source) {
            case "thai_sms_filter" -> {
                figures.atLeast(
                        "thai-smishing-caught", ofLabel("smishing").countJunk().share(), 0.55);
                figures.atMost("thai-ham-junked", ofLabel("ham").countJunk().share(), 0.015);
                figures.atMost(
                        "thai-codes-junked",
                        (double) ofLabel("transaction").countJunk().hits(),
                        0);
            }
            case "mendeley_sms_phishing" ->
                figures.atLeast(
                        "mendeley-caught",
                        messages.select(message -> message.isJunk()).countJunk().share(),
                        0.90);
            case "indonesian_public" -> {
                figures.atLeast(
                        "indonesian-smishing-caught",
                        ofLabel("smishing").countJunk().share(),
                        0.80);
                figures.atMost(
                        "indonesian-ham-junked", ofLabel("ham").countJunk().share(), 0.003);
            }
            case "spamhunter_sample" ->
                figures.atLeast(
                        "spamhunter-junk-or-promotion",
                        messages.countJunkOrPromotion().share(),
                        0.60);
            case "uci_sms_spam_collection" -> {
                Scores scores = messages.toScores();
                out.printf(
                        Locale.ROOT,
                        "  five folds: recall %.2f %%, at 0.5 %%: %.2f %%%n",
                        100 * scores.recall(),
                        100 * scores.recallAt(0.005));
                figures.atLeast("uci-recall-at-0.1-percent", scores.recallAt(0.001), 0.95);
                figures.atLeast("uci-accuracy", scores.accuracy(), 0.992);
                figures.atMost("uci-ham-junked", ofLabel("ham").countJunk().share(), 0.001);
            }
            default -> out.println("  no bar");
        }
    }

    private JudgedMessages ofLabel(String label) {
        return messages.select(message -> message.label().equals(label));
    }
}
