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
 * Which texts have which features, as the engine sees it: the features are compiled as rules and the texts scanned in both views,
 * so that a model is trained on exactly what its rules will match.
 */
final class FeatureMatrix {
    /** Thousands of candidates take longer than a live rule set may, and where they match is of no interest. */
    private static final ScanOptions PATIENT = new ScanOptions(Duration.ofSeconds(30), 0);

    private static final String PREFIX = "f";
    private static final int RULES_A_SOURCE = 4_000;

    private final List<Feature> features;
    private final int[][] rows;

    private FeatureMatrix(List<Feature> features, int[][] rows) {
        this.features = features;
        this.rows = rows;
    }

    /** The columns. */
    List<Feature> features() {
        return features;
    }

    /** For each text the columns it has, ascending. Not a copy. */
    int[][] rows() {
        return rows;
    }

    static FeatureMatrix ofTexts(List<Feature> features, List<String> texts) {
        int[][] rows = new int[texts.size()][];
        try (Judge judge = new Judge(RuleCompiler.compile(toSources(features)).orThrow(), PATIENT)) {
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
