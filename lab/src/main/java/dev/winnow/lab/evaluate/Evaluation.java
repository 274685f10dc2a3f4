package dev.winnow.lab.evaluate;

import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.lab.learn.LearnOptions;
import dev.winnow.lab.learn.Learner;
import dev.winnow.lab.learn.LearntRules;
import dev.winnow.verdict.Category;
import dev.winnow.yara.RuleSource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The whole evaluation of a rule set on several corpora, with figures and their bars. */
public final class Evaluation {
    private static final String TRANSACTION = "transaction";

    private final List<RuleSource> sources;
    private final List<Corpus> corpora;
    private final PrintWriter out;

    public Evaluation(List<RuleSource> sources, List<Corpus> corpora, PrintWriter out) {
        this.sources = List.copyOf(sources);
        this.corpora = List.copyOf(corpora);
        this.out = out;
    }

    /** Prints tables and figures; learnt rules among the sources are learnt again in every fold. */
    public boolean crossValidate(LearnOptions options, int folds) {
        EvaluationFigures figures = new EvaluationFigures(out);
        List<FileReport> reports = new ArrayList<>();
        try (Judge judge = new Judge(sources)) {
            corpora.forEach(corpus -> reports.add(new FileReport(corpus, judge)));
        }
        out.println("The rules as they stand; learnt ones may have been learnt from these files.");
        reports.forEach(report -> report.printTable(out));
        List<RuleSource> written = sources.stream()
                .filter(source -> !source.name().equals(LearntRules.FILE))
                .toList();
        for (Corpus corpus : corpora) {
            if (CrossReport.isLearnable(corpus)) {
                CrossValidation validation = new CrossValidation(corpus, written, options, folds);
                new CrossReport(corpus, validation, out).printAll(figures);
            }
        }
        printSuspects(reports);
        figures.atMost("transactions-called-junk", (double) transactionsCalledJunk(reports), 0);
        printCost(figures, written, options);
        return !figures.anyShort();
    }

    private void printSuspects(List<FileReport> reports) {
        List<String> suspects = OverfittedRules.findAmong(reports);
        out.printf("%nsuspect, fewer than three hits and all in one file: %s%n%n", suspects);
    }

    private static long transactionsCalledJunk(List<FileReport> reports) {
        return reports.stream()
                .mapToLong(report -> report.countJudged(TRANSACTION, Category.JUNK))
                .sum();
    }

    private void printCost(EvaluationFigures figures, List<RuleSource> written, LearnOptions options) {
        Corpus largest = corpora.stream()
                .max((a, b) -> Integer.compare(a.messages().size(), b.messages().size()))
                .orElseThrow();
        LearntRules learnt = new Learner(largest.messages(), options).learnRules();
        List<RuleSource> both = new ArrayList<>(written);
        both.add(new RuleSource(LearntRules.FILE, learnt.toSource()));
        List<String> texts = largest.messages().stream()
                .map(LabelledMessage::text)
                .limit(2_000)
                .toList();
        figures.atMost("learnt-strings", learnt.rules().size(), 2_000);
        List<RuleSource> reference = ReferenceRules.asManyAs(written);
        figures.atMost("scan-cost-of-written-to-reference", ScanCost.measureRatio(reference, written, texts), 8);
        figures.atMost("scan-cost-of-both-to-written", ScanCost.measureRatio(written, both, texts), 4);
        figures.atMost("fold-check-nanoseconds", ScanCost.foldCheckNanos(texts), 100);
    }
}
