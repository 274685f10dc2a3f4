package dev.winnow.lab.campaign;

import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.lab.learn.Corpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Measures campaigns against their bars. {@code make evaluate-campaigns} runs it. */
public final class CampaignEvaluation {
    private CampaignEvaluation() {}

    /**
     * Evaluates; exits with 1 if a figure misses its bar.
     *
     * @param arguments the folder of corpora
     */
    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        EvaluationFigures figures = new EvaluationFigures(out);
        FamilyEvaluation families = new FamilyEvaluation(out, figures);
        families.evaluatePairs(Corpus.readFile(corpora.resolve("synthetic_multilingual.tsv")));
        families.evaluateChat(Corpus.readFile(corpora.resolve("uci_sms_spam_collection.tsv")));
        System.exit(figures.anyShort() ? 1 : 0);
    }
}
