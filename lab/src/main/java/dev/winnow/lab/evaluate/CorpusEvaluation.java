package dev.winnow.lab.evaluate;

import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpora;
import dev.winnow.lab.learn.CorpusMessage;
import dev.winnow.lab.learn.TextKey;
import dev.winnow.lab.learn.WordingTrainer;
import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.wording.WordingModel;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The evaluation of the bundled rules and the wording model on messages that the model did not learn from: the {@code test} halves of the
 * written corpora, each other corpus left out in turn, and one corpus in five folds. {@code make evaluate} runs it.
 */
public final class CorpusEvaluation {
    private static final String UCI = "uci_sms_spam_collection";
    private static final int FOLDS = 5;

    /** Rules and model learn from none of these. */
    private static final Set<String> ONLY_MEASURED = Set.of("indonesian_public", "spamhunter_sample");

    private final Corpora corpora;
    private final PrintWriter out;
    private final EvaluationFigures figures;

    private CorpusEvaluation(Corpora corpora, PrintWriter out) {
        this.corpora = corpora;
        this.out = out;
        this.figures = new EvaluationFigures(out);
    }

    /**
     * Evaluates; exits with 1 if a figure misses its bar.
     *
     * @param arguments the folder of the written corpora, and the folder of other corpora
     */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Corpora corpora = Corpora.readAll(Path.of(arguments[0]), Path.of(arguments[1]));
        CorpusEvaluation evaluation = new CorpusEvaluation(corpora, out);
        evaluation.evaluateAll();
        System.exit(evaluation.figures.anyShort() ? 1 : 0);
    }

    private void evaluateAll() {
        JudgedMessages tests =
                judgeBy(WordingModel.bundled(), message -> message.fold().equals("test"));
        new WrittenReport(tests, out).printAll(figures);
        ThresholdReport.printSteps(tests, out);
        DisguiseReport.printLosses(tests, this::newBundledJudge, figures, out);
        for (String source : ONLY_MEASURED.stream().sorted().toList()) {
            new CorpusReport(
                            source,
                            judgeBy(
                                    WordingModel.bundled(),
                                    message -> message.source().equals(source)),
                            out)
                    .printAll(figures);
        }
        for (String source : List.of("thai_sms_filter", "mendeley_sms_phishing")) {
            Predicate<CorpusMessage> leftOut = message -> message.source().equals(source);
            new CorpusReport(source, judgeBy(learnWithout(leftOut), leftOut), out).printAll(figures);
        }
        new CorpusReport(UCI, judgeInFolds(), out).printAll(figures);
        printCost();
    }

    private JudgedMessages judgeInFolds() {
        List<JudgedMessages.Row> rows = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int tested = fold;
            Predicate<CorpusMessage> leftOut =
                    message -> message.source().equals(UCI) && TextKey.foldOf(message.text(), FOLDS, 1) == tested;
            rows.addAll(judgeBy(learnWithout(leftOut), leftOut).rows());
        }
        return new JudgedMessages(rows);
    }

    private WordingModel learnWithout(Predicate<CorpusMessage> leftOut) {
        return new WordingTrainer(WordingTrainer.Options.DEFAULT).trainModel(corpora.selectExamples(leftOut));
    }

    private JudgedMessages judgeBy(WordingModel model, Predicate<CorpusMessage> chosen) {
        Stream<CorpusMessage> messages = corpora.messages().stream().filter(chosen);
        try (Judge judge = newJudge(model)) {
            return JudgedMessages.judgeAll(messages.toList(), judge);
        }
    }

    private Judge newBundledJudge() {
        return newJudge(WordingModel.bundled());
    }

    private static Judge newJudge(WordingModel model) {
        return new Judge(
                RuleCompiler.compile(bundledRules()).orThrow(),
                MessageScanners.SCAN_OPTIONS,
                LinkLists.bundled(),
                model);
    }

    private static List<RuleSource> bundledRules() {
        RuleFile pack = RulePack.readBundled().joinSources();
        return List.of(new RuleSource(pack.name(), pack.text()));
    }

    private void printCost() {
        List<String> texts = corpora.messages().stream()
                .filter(message -> message.source().equals(UCI))
                .map(CorpusMessage::text)
                .limit(2_000)
                .toList();
        figures.atMost(
                "scan-cost-of-rules-to-reference",
                ScanCost.measureRatio(ReferenceRules.asManyAs(bundledRules()), bundledRules(), texts),
                8);
        figures.atMost("fold-check-cost-to-scan", ScanCost.measureFoldCheck(bundledRules(), texts), 0.1);
        figures.atMost("wording-cost-to-scan", ScanCost.measureWording(bundledRules(), texts), 0.3);
    }
}
