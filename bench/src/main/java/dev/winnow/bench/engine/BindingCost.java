package dev.winnow.bench.engine;

import dev.winnow.bench.BenchFigures;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.util.List;

/** Measures the binding's share of a scan: CPU time in Java over CPU time in C, texts and results included. */
final class BindingCost {

    private static final long ROUND = 150_000_000;

    private final Shim shim;

    BindingCost(Shim shim) {
        this.shim = shim;
    }

    /**
     * The median ratio.
     *
     * @param name for the notes
     * @param count texts in a pass
     */
    double measureRatio(String name, List<RuleSource> sources, int count, BenchFigures figures) {
        List<byte[]> texts = SyntheticTexts.createTexts(count);
        CLoop inC = new CLoop(shim, sources, texts, Rounds.OPTIONS);
        try (RuleSet rules = RuleCompiler.compile(sources).orThrow();
                JavaLoop inJava = new JavaLoop(rules, texts, Rounds.OPTIONS)) {
            if (inC.runPass() != inJava.runPass()) {
                throw new IllegalStateException("Java and C find different matches with " + name);
            }
            int passes = Rounds.passesFor(ROUND, inJava::runPass);
            Rounds.cpuTime(inJava::runPass, passes);
            double ratio = Rounds.medianOf(() -> {
                double before = Rounds.cpuTime(inC::runPass, passes);
                double java = Rounds.cpuTime(inJava::runPass, passes);
                double after = Rounds.cpuTime(inC::runPass, passes);
                return java / ((before + after) / 2);
            });
            figures.noteFigure(
                    "engine_scan_" + name,
                    Rounds.cpuTime(inJava::runPass, passes) / (double) passes / texts.size(),
                    "ns of CPU a scan, %d matches in %,d texts".formatted(inJava.runPass(), texts.size()));
            return ratio;
        }
    }
}
