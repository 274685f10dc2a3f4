package dev.winnow.bench.engine;

import dev.winnow.bench.Figures;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.util.List;

/** What the binding adds to a scan: CPU time in Java over CPU time in C, texts and results included. */
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
    double ratio(String name, List<RuleSource> sources, int count, Figures figures) {
        List<byte[]> texts = SyntheticTexts.of(count);
        CLoop inC = new CLoop(shim, sources, texts, Rounds.OPTIONS);
        try (RuleSet rules = RuleCompiler.compile(sources).orThrow();
                JavaLoop inJava = new JavaLoop(rules, texts, Rounds.OPTIONS)) {
            if (inC.pass() != inJava.pass()) {
                throw new IllegalStateException("Java and C find different matches with " + name);
            }
            int passes = Rounds.passesFor(ROUND, inJava::pass);
            Rounds.cpuTime(inJava::pass, passes);
            double ratio = Rounds.median(() -> {
                double before = Rounds.cpuTime(inC::pass, passes);
                double java = Rounds.cpuTime(inJava::pass, passes);
                double after = Rounds.cpuTime(inC::pass, passes);
                return java / ((before + after) / 2);
            });
            figures.note(
                    "engine_scan_" + name,
                    Rounds.cpuTime(inJava::pass, passes) / (double) passes / texts.size(),
                    "ns of CPU a scan, %d matches in %,d texts".formatted(inJava.pass(), texts.size()));
            return ratio;
        }
    }
}
