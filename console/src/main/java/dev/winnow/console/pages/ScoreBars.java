package dev.winnow.console.pages;

import java.util.ArrayList;
import java.util.List;

/** Weights as bars that add up to a score: each begins where the one before ends. Positions are in percent of the widest sum. Stateless. */
final class ScoreBars {
    private ScoreBars() {}

    /**
     * One bar.
     *
     * @param x the left end, 0 to 100
     * @param width the width, 0 to 100
     * @param isAgainst whether the weight speaks against junk
     */
    record Bar(String rule, String title, int weight, String view, double x, double width, boolean isAgainst) {}

    /** A weight to draw. */
    record Weight(String rule, String title, int weight, String view) {}

    /**
     * The bars of a score.
     *
     * @param total the sum of all weights
     * @param thresholdX the place of the threshold, 0 to 100
     */
    record Sum(List<Bar> bars, int total, double thresholdX) {}

    static Sum draw(List<Weight> weights, int threshold) {
        int least = 0;
        int most = Math.max(100, threshold);
        int sum = 0;
        for (Weight weight : weights) {
            sum += weight.weight();
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        double scale = 100.0 / (most - least);
        List<Bar> bars = new ArrayList<>();
        int from = 0;
        for (Weight weight : weights) {
            int to = from + weight.weight();
            bars.add(new Bar(
                    weight.rule(),
                    weight.title(),
                    weight.weight(),
                    weight.view(),
                    round((Math.min(from, to) - least) * scale),
                    weight.weight() == 0 ? 0 : Math.max(0.6, round(Math.abs(weight.weight()) * scale)),
                    weight.weight() < 0));
            from = to;
        }
        return new Sum(bars, sum, round((threshold - least) * scale));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
