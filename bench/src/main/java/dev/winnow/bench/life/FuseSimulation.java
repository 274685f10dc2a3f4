package dev.winnow.bench.life;

import dev.winnow.lab.judge.Judge;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.Policy;
import dev.winnow.worker.scan.RuleFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Finds how large a share of messages a right rule decides by chance: windows of the fuse's size are drawn from the {@code train} halves of
 * the written corpora, at several shares of junk, and the largest share of any rule of the pack in each window is noted. The ceiling of the
 * fuse must be above them.
 */
public final class FuseSimulation {
    private static final int WINDOW = 400;
    private static final int WINDOWS = 1_000;
    private static final int LABEL = 0;
    private static final int FOLD = 4;
    private static final int TEXT = 6;

    private FuseSimulation() {}

    /** Takes the folder of the corpora. */
    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        Random random = new Random(23);
        try (Judge judge = new Judge(RuleFolder.bundledSources())) {
            List<List<String>> honest = readDecisive(corpora.resolve("honest.tsv"), judge);
            List<List<String>> junk = readDecisive(corpora.resolve("junk.tsv"), judge);
            for (double part : new double[] {0.02, 0.1, 0.3, 0.6}) {
                double[] largest = new double[WINDOWS];
                for (int i = 0; i < WINDOWS; i++) {
                    largest[i] = findLargestShare(honest, junk, part, random);
                }
                Arrays.sort(largest);
                System.out.printf(
                        Locale.ROOT,
                        "fuse_largest_share junk %.0f %%: median %.1f %%, 99 %% of windows below %.1f %%, largest %.1f %%%n",
                        100 * part,
                        100 * largest[WINDOWS / 2],
                        100 * largest[WINDOWS - WINDOWS / 100],
                        100 * largest[WINDOWS - 1]);
            }
        }
    }

    private static double findLargestShare(
            List<List<String>> honest, List<List<String>> junk, double part, Random random) {
        Map<String, Integer> decided = new HashMap<>();
        for (int i = 0; i < WINDOW; i++) {
            List<List<String>> side = random.nextDouble() < part ? junk : honest;
            side.get(random.nextInt(side.size())).forEach(rule -> decided.merge(rule, 1, Integer::sum));
        }
        return decided.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) WINDOW;
    }

    /** The decisive rules of each message. */
    private static List<List<String>> readDecisive(Path corpus, Judge judge) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (String line : Files.readAllLines(corpus)) {
            String[] fields = line.split("\t", -1);
            if (!fields[LABEL].equals("label") && fields[FOLD].equals("train")) {
                all.add(findDecisive(judge.examineText(fields[TEXT]).facts()));
            }
        }
        return all;
    }

    private static List<String> findDecisive(List<RuleFact> facts) {
        Category category = decide(facts);
        return facts.stream()
                .filter(rule -> decide(facts.stream()
                                .filter(other -> !other.equals(rule))
                                .toList())
                        != category)
                .map(RuleFact::name)
                .toList();
    }

    private static Category decide(List<RuleFact> facts) {
        return Policy.decideVerdict(facts, null, TenantSettings.DEFAULT).category();
    }
}
