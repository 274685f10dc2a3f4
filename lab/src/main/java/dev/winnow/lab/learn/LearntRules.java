package dev.winnow.lab.learn;

import java.util.List;
import java.util.Locale;

/**
 * A learnt model as YARA rules. Immutable; any thread.
 *
 * @param rules features with their weights in points, the most telling first
 */
public record LearntRules(List<WeightedFeature> rules) {
    /** The file's usual name. */
    public static final String FILE = "learnt.yar";

    /**
     * A feature with its weight.
     *
     * @param weight points it adds to the score, not 0
     * @param junk how many junk messages of the training set have it
     * @param others how many other messages have it
     */
    record WeightedFeature(Feature feature, int weight, int junk, int others) {}

    public LearntRules {
        rules = List.copyOf(rules);
    }

    /** Writes the rules as YARA source. */
    public String toSource() {
        StringBuilder text = new StringBuilder("""
            // Learnt by `winnow rules learn`: a linear model, one rule a feature, weights in points of the score.
            // Edit, delete or learn again; the hand-written rules do not refer to these.

            """);
        int number = 0;
        for (WeightedFeature rule : rules) {
            text.append(rule.feature().toRule("learnt_%04d".formatted(number++), formatMeta(rule)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String formatMeta(WeightedFeature rule) {
        String title = "Has " + rule.feature().title();
        return String.format(
                Locale.ROOT,
                """
                        title = "%s"
                        category = "%s"
                        weight = %d
                %s        why = "Learnt: in %d junk and %d other messages."
                """,
                title.replace("\\", "\\\\").replace("\"", "\\\""),
                rule.weight() > 0 ? "junk" : "clean",
                rule.weight(),
                rule.feature().isShape() ? "        slow = true\n" : "",
                rule.junk(),
                rule.others());
    }
}
