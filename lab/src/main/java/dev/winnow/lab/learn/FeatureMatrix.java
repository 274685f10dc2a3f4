package dev.winnow.lab.learn;

import dev.winnow.lab.judge.Judge;
import dev.winnow.worker.scan.RuleFact;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of texts and their features, as the engine finds them. The features are compiled as rules and the texts scanned in both views, so
 * that a model is trained on exactly the matches of its rules.
 */
final class FeatureMatrix {
    /** Options with a long timeout and without places, because thousands of candidates take longer than a live rule set may. */
    private static final ScanOptions LONG_TIMEOUT = new ScanOptions(Duration.ofSeconds(30), 0);

    private static final String PREFIX = "f";
    private static final int RULES_A_SOURCE = 4_000;

    private final List<Feature> features;
    private final int[][] rows;

    private FeatureMatrix(List<Feature> features, int[][] rows) {
        this.features = features;
        this.rows = rows;
    }

    /** The features, one a column. */
    List<Feature> features() {
        return features;
    }

    /** For each text the columns it has, ascending. Not a copy. */
    int[][] rows() {
        return rows;
    }

    static FeatureMatrix ofTexts(List<Feature> features, List<String> texts) {
        int[][] rows = new int[texts.size()][];
        try (Judge judge = new Judge(RuleCompiler.compile(toSources(features)).orThrow(), LONG_TIMEOUT)) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = judge.examineText(texts.get(i)).facts().stream()
                        .map(RuleFact::name)
                        .mapToInt(name -> Integer.parseInt(name.substring(PREFIX.length())))
                        .sorted()
                        .toArray();
            }
        }
        return new FeatureMatrix(features, rows);
    }

    private static List<RuleSource> toSources(List<Feature> features) {
        List<RuleSource> sources = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < features.size(); i++) {
            text.append(features.get(i).toRule(PREFIX + i, "        weight = 1\n"));
            if ((i + 1) % RULES_A_SOURCE == 0 || i == features.size() - 1) {
                sources.add(new RuleSource("features" + i + ".yar", text.toString()));
                text.setLength(0);
            }
        }
        return sources;
    }
}
