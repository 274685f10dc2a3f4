package dev.winnow.lab.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns rules from labelled messages. Log-odds become points of the score such that even odds are the junk threshold: a text
 * without any learnt feature keeps the score that other rules give it. Deterministic for a seed; one thread.
 */
public final class Learner {
    private static final double THRESHOLD = 50;
    private static final int MIN_TEXTS = 3;

    private final FeatureMatrix matrix;
    private final List<LabelledMessage> messages;
    private final LearnOptions options;
    private final LinearTrainer trainer;

    /** Proposes features and looks them up in all messages. */
    public Learner(List<LabelledMessage> messages, LearnOptions options) {
        List<String> texts = messages.stream().map(LabelledMessage::text).toList();
        this.matrix = FeatureMatrix.ofTexts(FeatureCatalog.proposeFeatures(texts), texts);
        this.messages = List.copyOf(messages);
        this.options = options;
        this.trainer = new LinearTrainer(options.seed());
    }

    /** Learns from all messages. */
    public LearntRules learnRules() {
        return learnRules(IntStream.range(0, messages.size()).boxed().toList());
    }

    /** Learns from the messages at these places: trains on all features, keeps the strongest, trains again on the kept ones. */
    public LearntRules learnRules(List<Integer> training) {
        List<Integer> candidates = frequentColumns(training);
        List<Integer> chosen =
                selectStrongest(candidates, trainModel(training, candidates).weights());
        return toRules(training, chosen, trainModel(training, chosen));
    }

    private List<Integer> frequentColumns(List<Integer> training) {
        int[] counts = new int[matrix.features().size()];
        training.forEach(text -> Arrays.stream(matrix.rows()[text]).forEach(column -> counts[column]++));
        return IntStream.range(0, counts.length)
                .filter(column -> counts[column] >= MIN_TEXTS)
                .boxed()
                .toList();
    }

    private LinearTrainer.Line trainModel(List<Integer> training, List<Integer> columns) {
        Map<Integer, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column, places.size()));
        List<int[]> rows = new ArrayList<>();
        boolean[] junk = new boolean[training.size()];
        for (int i = 0; i < junk.length; i++) {
            int text = training.get(i);
            rows.add(Arrays.stream(matrix.rows()[text])
                    .filter(places::containsKey)
                    .map(places::get)
                    .sorted()
                    .toArray());
            junk[i] = messages.get(text).isJunk();
        }
        return trainer.trainModel(rows, junk, columns.size());
    }

    private List<Integer> selectStrongest(List<Integer> columns, double[] weights) {
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Math.abs(weights[place])))
                .limit(options.maxRules())
                .map(columns::get)
                .sorted()
                .toList();
    }

    private LearntRules toRules(List<Integer> training, List<Integer> columns, LinearTrainer.Line line) {
        double points = THRESHOLD / Math.max(-line.intercept(), 1);
        int[] junk = countFeatures(training, true);
        int[] others = countFeatures(training, false);
        List<LearntRules.WeightedFeature> rules = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            long rounded = Math.round(line.weights()[i] * points);
            int weight = Math.clamp(rounded, -options.maxWeight(), options.maxWeight());
            int column = columns.get(i);
            if (weight != 0) {
                rules.add(new LearntRules.WeightedFeature(
                        matrix.features().get(column), weight, junk[column], others[column]));
            }
        }
        rules.sort(Comparator.comparingInt((LearntRules.WeightedFeature rule) -> -Math.abs(rule.weight()))
                .thenComparing(rule -> rule.feature().title()));
        return new LearntRules(rules);
    }

    private int[] countFeatures(List<Integer> training, boolean junk) {
        int[] counts = new int[matrix.features().size()];
        training.stream()
                .filter(text -> messages.get(text).isJunk() == junk)
                .forEach(text -> Arrays.stream(matrix.rows()[text]).forEach(column -> counts[column]++));
        return counts;
    }
}
