package dev.winnow.bench.engine;

import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.util.List;

/** Measures the Java heap that scans without a match allocate. */
final class Allocation {

    private static final int PASSES = 20;

    private Allocation() {}

    static double bytesPerScan() {
        List<byte[]> texts = SyntheticTexts.createPlain(5_000);
        try (RuleSet rules =
                        RuleCompiler.compile(SyntheticRules.createRules(60)).orThrow();
                JavaLoop loop = new JavaLoop(rules, texts, Rounds.OPTIONS)) {
            if (loop.runPass() != 0) {
                throw new IllegalStateException("the texts for the allocation figure match");
            }
            Rounds.cpuTime(loop::runPass, PASSES);
            return Rounds.medianOf(() -> {
                long before = Rounds.THREADS.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < PASSES; i++) {
                    loop.runPass();
                }
                long allocated = Rounds.THREADS.getCurrentThreadAllocatedBytes() - before;
                return (double) allocated / PASSES / texts.size();
            });
        }
    }
}
