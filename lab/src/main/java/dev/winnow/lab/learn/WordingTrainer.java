package dev.winnow.lab.learn;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.winnow.worker.scan.wording.WordingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Trains the wording model by logistic regression, one head at a time, by liblinear. The same messages and options give the same model.
 * One thread.
 */
public final class WordingTrainer {
    /** Points of the score for one unit of log-odds. */
    private static final double POINTS_PER_LOG_ODDS = 26;

    /** Taken from the points towards junk: the corpora hold more junk than real traffic, and a rule alone must weigh more. */
    private static final double JUNK_OFFSET = 50;

    /** Added to the points towards a transaction: to take a chat for a notice does less harm than to hide a notice among the chats. */
    private static final double TRANSACTION_OFFSET = 15;

    private static final long SEED = 1;

    private static final String SMISHING = "smishing";
    private static final String SPAM = "spam";
    private final Options options;

    /**
     * The options of a training.
     *
     * @param cost liblinear's C: how much an error costs against large weights
     * @param leastTexts a feature must be in so many texts
     * @param mostFeatures the model keeps so many features
     */
    public record Options(double cost, int leastTexts, int mostFeatures) {
        /** The options that the bundled model is trained with. */
        public static final Options DEFAULT = new Options(0.25, 3, 200_000);
    }

    /**
     * A message to learn from.
     *
     * @param features the names of its features, each once
     */
    public record Example(String label, List<String> features) {
        public Example {
            features = List.copyOf(features);
        }
    }

    public WordingTrainer(Options options) {
        this.options = options;
        Linear.disableDebugOutput();
    }

    /** Trains a model. */
    public WordingModel trainModel(List<Example> examples) {
        return new WordingModel(trainLines(examples));
    }

    /** Trains a model and gives its lines: the constant first, then features by name. */
    public List<WordingModel.Line> trainLines(List<Example> examples) {
        List<String> names = selectNames(examples);
        Map<String, Integer> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, columns.size() + 1));
        FeatureNode[][] rows =
                examples.stream().map(example -> toRow(example, columns)).toArray(FeatureNode[][]::new);
        // Fraud imitates adverts and notices, so it would teach the other two heads nothing about them.
        double[] junk = trainHead(examples, rows, names.size(), WordingTrainer::isJunk, _ -> true);
        double[] promotion =
                trainHead(examples, rows, names.size(), WordingTrainer::isAdvert, label -> !label.equals(SMISHING));
        double[] transaction = trainHead(examples, rows, names.size(), "transaction"::equals, label -> !isJunk(label));
        List<WordingModel.Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            WordingModel.Line line = new WordingModel.Line(
                    names.get(i), toWeight(junk[i]), toWeight(promotion[i]), toWeight(transaction[i]));
            if (line.junk() != 0 || line.promotion() != 0 || line.transaction() != 0) {
                lines.add(line);
            }
        }
        lines.sort(
                Comparator.comparingInt(WordingTrainer::strengthOf).reversed().thenComparing(WordingModel.Line::name));
        List<WordingModel.Line> kept =
                new ArrayList<>(lines.subList(0, Math.min(lines.size(), options.mostFeatures())));
        kept.sort(Comparator.comparing(WordingModel.Line::name));
        int last = names.size();
        kept.addFirst(new WordingModel.Line(
                WordingModel.CONSTANT,
                toUnits(junk[last] - JUNK_OFFSET / POINTS_PER_LOG_ODDS),
                toUnits(promotion[last]),
                toUnits(transaction[last] + TRANSACTION_OFFSET / POINTS_PER_LOG_ODDS)));
        return kept;
    }

    private static int strengthOf(WordingModel.Line line) {
        return 2 * Math.abs(line.junk()) + Math.max(Math.abs(line.promotion()), Math.abs(line.transaction()));
    }

    private List<String> selectNames(List<Example> examples) {
        Map<String, Integer> texts = new HashMap<>();
        examples.forEach(example -> example.features().forEach(name -> texts.merge(name, 1, Integer::sum)));
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue() >= options.leastTexts())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static FeatureNode[] toRow(Example example, Map<String, Integer> columns) {
        int[] known = example.features().stream()
                .map(columns::get)
                .filter(Objects::nonNull)
                .mapToInt(column -> column)
                .sorted()
                .toArray();
        FeatureNode[] row = new FeatureNode[known.length + 1];
        Arrays.setAll(row, i -> new FeatureNode(i < known.length ? known[i] : columns.size() + 1, 1));
        return row;
    }

    /** The weights of all columns in units of log-odds, and the constant last. */
    private double[] trainHead(
            List<Example> examples,
            FeatureNode[][] rows,
            int columns,
            Predicate<String> positive,
            Predicate<String> used) {
        int[] chosen = IntStream.range(0, rows.length)
                .filter(i -> used.test(examples.get(i).label()))
                .toArray();
        Problem problem = new Problem();
        problem.l = chosen.length;
        problem.n = columns + 1;
        problem.bias = -1;
        problem.x = Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(FeatureNode[][]::new);
        problem.y = Arrays.stream(chosen)
                .mapToDouble(i -> positive.test(examples.get(i).label()) ? 1 : -1)
                .toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, options.cost(), 0.01, 300, 0.1);
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray();
    }

    private static boolean isJunk(String label) {
        return label.equals(SPAM) || label.equals(SMISHING);
    }

    /** Adverts, wanted or not. */
    private static boolean isAdvert(String label) {
        return label.equals(SPAM) || label.equals("promotion");
    }

    private static int toWeight(double logOdds) {
        return Math.clamp(toUnits(logOdds), -WordingModel.MAX_WEIGHT, WordingModel.MAX_WEIGHT);
    }

    private static int toUnits(double logOdds) {
        return (int) Math.round(logOdds * POINTS_PER_LOG_ODDS * WordingModel.UNITS_PER_POINT);
    }
}
