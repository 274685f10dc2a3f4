package dev.winnow.lab.evaluate;

import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.lab.learn.TextKey;
import dev.winnow.rules.Disguise;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a cross-validation: a row for each way to judge, the held-out fifth apart, disguises, and the figures with bars. */
public final class CrossReport {
    /** The corpus that has bars; the figures of others are printed without. */
    private static final String CORPUS_WITH_BARS = "uci_sms_spam_collection";

    private final Corpus corpus;
    private final CrossValidation validation;
    private final PrintWriter out;

    public CrossReport(Corpus corpus, CrossValidation validation, PrintWriter out) {
        this.corpus = corpus;
        this.validation = validation;
        this.out = out;
    }

    /** Whether the corpus has enough junk and enough other messages to learn from. */
    public static boolean isLearnable(Corpus corpus) {
        long junk = corpus.messages().stream().filter(LabelledMessage::isJunk).count();
        return junk >= 200 && corpus.messages().size() - junk >= 200;
    }

    public void printAll(EvaluationFigures figures) {
        out.printf(
                "%n%s, cross-validated, folds by text without digits and links%n%-22s%12s%12s%12s%12s%12s%n",
                corpus.name(), "", "at 0.1 %", "at 0.5 %", "accuracy", "recall", "false pos.");
        validation.results().forEach(this::printRow);
        out.println("the fixed fifth that was not read while rules were written:");
        validation
                .results()
                .forEach((name, scores) -> printRow(
                        name,
                        scores.selectWhere(
                                i -> TextKey.isHeldOut(corpus.messages().get(i).text()))));
        out.println("recall of both, in disguise:");
        for (Disguise disguise : Disguise.values()) {
            out.printf(Locale.ROOT, "  %-20s%11.2f%%%n", disguise, 100 * validation.recallUnder(disguise));
        }
        if (corpus.name().equals(CORPUS_WITH_BARS)) {
            printFigures(figures);
        }
    }

    private void printRow(String name, Scores scores) {
        out.printf(
                Locale.ROOT,
                "  %-20s%11.2f%%%11.2f%%%11.2f%%%11.2f%%%11.3f%%%n",
                name,
                100 * scores.recallAt(0.001),
                100 * scores.recallAt(0.005),
                100 * scores.accuracy(),
                100 * scores.recall(),
                100 * scores.falsePositiveRate());
    }

    private void printFigures(EvaluationFigures figures) {
        Scores both = validation.resultOf(CrossValidation.BOTH);
        figures.atLeast("recall-at-0.1-percent", both.recallAt(0.001), 0.95);
        figures.atLeast("recall-at-0.5-percent", both.recallAt(0.005), 0.965);
        figures.atLeast("accuracy", both.accuracy(), 0.992);
        figures.atLeast("default-recall", both.recall(), 0.93);
        figures.atMost("default-false-positive-rate", both.falsePositiveRate(), 0.003);
        for (Disguise disguise : Disguise.values()) {
            String name =
                    "disguise-loss-" + disguise.name().toLowerCase(Locale.ROOT).replace('_', '-');
            figures.atMost(name, both.recall() - validation.recallUnder(disguise), 0.02);
        }
    }
}
