package dev.winnow.lab.learn;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Logistic regression with squared penalty over rows of zeros and ones, by liblinear. Deterministic for a seed. */
final class LinearTrainer {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.001;

    /** The value of the intercept's column: large, so that the penalty hardly touches the intercept. */
    private static final double CONSTANT = 5;

    private final long seed;

    LinearTrainer(long seed) {
        this.seed = seed;
        Linear.disableDebugOutput();
    }

    /** A trained model: log-odds are the intercept and the weights of the columns a text has. */
    static final class Line {
        private final double[] weights;
        private final double intercept;

        private Line(double[] weights, double intercept) {
            this.weights = weights;
            this.intercept = intercept;
        }

        /** The weights, one a column. Not a copy. */
        double[] weights() {
            return weights;
        }

        double intercept() {
            return intercept;
        }
    }

    /**
     * Trains on texts, each given by the columns it has, ascending.
     *
     * @param junk whether each text is junk
     */
    Line trainModel(List<int[]> rows, boolean[] junk, int columns) {
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = columns + 1;
        problem.bias = -1;
        problem.y = new double[rows.size()];
        problem.x = new de.bwaldvogel.liblinear.Feature[rows.size()][];
        for (int i = 0; i < problem.l; i++) {
            problem.y[i] = junk[i] ? 1 : -1;
            problem.x[i] = toRow(rows.get(i), columns);
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
        parameter.setRandom(new Random(seed));
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = Arrays.stream(model.getFeatureWeights())
                .limit(columns + 1L)
                .map(weight -> sign * weight)
                .toArray();
        return new Line(Arrays.copyOf(weights, columns), CONSTANT * weights[columns]);
    }

    private static de.bwaldvogel.liblinear.Feature[] toRow(int[] columns, int last) {
        FeatureNode[] nodes = new FeatureNode[columns.length + 1];
        IntStream.range(0, columns.length).forEach(i -> nodes[i] = new FeatureNode(columns[i] + 1, 1));
        nodes[columns.length] = new FeatureNode(last + 1, CONSTANT);
        return nodes;
    }
}
