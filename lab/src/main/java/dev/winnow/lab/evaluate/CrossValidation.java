package dev.winnow.lab.evaluate;

import dev.winnow.lab.judge.Judge;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.lab.learn.LearnOptions;
import dev.winnow.lab.learn.Learner;
import dev.winnow.lab.learn.LearntRules;
import dev.winnow.lab.learn.TextKey;
import dev.winnow.rules.Disguise;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.verdict.Verdict;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Judges every message of a corpus by rules and classifiers that have not seen it or a copy of it: by the given rules alone, by
 * rules learnt alone, by both, and by two classifiers trained in the same folds.
 */
public final class CrossValidation {
    static final String GIVEN = "rules alone";
    static final String LEARNT = "learnt alone";
    static final String BOTH = "both";
    static final String LINEAR = "linear model";
    static final String BAYES = "naive Bayes";

    private final List<LabelledMessage> messages;
    private final List<RuleSource> given;
    private final LearnOptions options;
    private final int folds;
    private final Map<String, Scores> results = new LinkedHashMap<>();
    private final Map<Disguise, int[]> caught = new EnumMap<>(Disguise.class);

    public CrossValidation(Corpus corpus, List<RuleSource> given, LearnOptions options, int folds) {
        this.messages = corpus.messages();
        this.given = List.copyOf(given);
        this.options = options;
        this.folds = folds;
        List.of(GIVEN, LEARNT, BOTH, LINEAR, BAYES).forEach(name -> results.put(name, Scores.forMessages(messages)));
        runFolds();
    }

    Map<String, Scores> results() {
        return results;
    }

    /** The scores of one way to judge, by its name. */
    Scores resultOf(String name) {
        return Objects.requireNonNull(results.get(name), name);
    }

    /** The share of junk messages that given and learnt rules together call junk in that disguise. */
    double recallUnder(Disguise disguise) {
        long junk = messages.stream().filter(LabelledMessage::isJunk).count();
        return junk == 0 ? 0 : (double) caught.getOrDefault(disguise, new int[1])[0] / junk;
    }

    private void runFolds() {
        List<Integer> all = IntStream.range(0, messages.size()).boxed().toList();
        judgeAll(GIVEN, given, all);
        Learner learner = new Learner(messages, options);
        for (int fold = 0; fold < folds; fold++) {
            List<Integer> training = new ArrayList<>();
            List<Integer> test = new ArrayList<>();
            for (int i : all) {
                boolean tested = TextKey.foldOf(messages.get(i).text(), folds, options.seed()) == fold;
                (tested ? test : training).add(i);
            }
            runFold(learner, training, test);
        }
    }

    private void runFold(Learner learner, List<Integer> training, List<Integer> test) {
        RuleSource learnt =
                new RuleSource(LearntRules.FILE, learner.learnRules(training).toSource());
        judgeAll(LEARNT, List.of(learnt), test);
        List<RuleSource> both = new ArrayList<>(given);
        both.add(learnt);
        judgeAll(BOTH, both, test);
        judgeDisguised(both, test);
        double[] odds = learner.classifyTexts(training, test);
        NaiveBayes bayes = new NaiveBayes(training.stream().map(messages::get).toList());
        for (int i = 0; i < test.size(); i++) {
            recordScore(LINEAR, test.get(i), odds[i], odds[i] > 0);
            double score = bayes.scoreText(messages.get(test.get(i)).text());
            recordScore(BAYES, test.get(i), score, score > 0);
        }
    }

    private void judgeAll(String name, List<RuleSource> sources, List<Integer> places) {
        try (Judge judge = new Judge(sources)) {
            places.forEach(place -> judgeOne(name, judge, place));
        }
    }

    private void judgeDisguised(List<RuleSource> sources, List<Integer> places) {
        try (Judge judge = new Judge(sources)) {
            for (Disguise disguise : Disguise.values()) {
                caught.computeIfAbsent(disguise, key -> new int[1])[0] += (int) places.stream()
                        .map(messages::get)
                        .filter(LabelledMessage::isJunk)
                        .map(message ->
                                judge.judgeText(disguise.disguise(message.text()), null, TenantSettings.DEFAULT))
                        .filter(verdict -> verdict.category() == Category.JUNK)
                        .count();
            }
        }
    }

    private void judgeOne(String name, Judge judge, int place) {
        Verdict.Judged verdict = judge.judgeText(messages.get(place).text(), null, TenantSettings.DEFAULT);
        boolean shielded = verdict.decidedBy() == DecidedBy.PROTECTED;
        recordScore(name, place, shielded ? 0 : verdict.score(), verdict.category() == Category.JUNK);
    }

    private void recordScore(String name, int place, double value, boolean called) {
        resultOf(name).recordScore(place, value, called);
    }
}
