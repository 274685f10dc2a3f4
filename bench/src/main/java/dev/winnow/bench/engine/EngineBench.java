package dev.winnow.bench.engine;

import dev.winnow.bench.BenchFigures;
import dev.winnow.rules.RuleFile;
import dev.winnow.rules.RulePack;
import dev.winnow.yara.RuleSource;
import java.util.List;

/** Measures the engine against its bars; exits 1 when a figure is short. About a minute. */
public final class EngineBench {

    private static final int TEXTS = 5_000;

    private EngineBench() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        Shim shim = Shim.loadLibrary();
        BenchFigures figures = new BenchFigures();
        BindingCost binding = new BindingCost(shim);

        for (int rules : new int[] {1, 10, 300}) {
            double ratio = binding.measureRatio("r" + rules, SyntheticRules.createRules(rules), TEXTS, figures);
            figures.noteFigure("engine_java_over_c_r" + rules, ratio, "of the C loop's CPU time");
        }
        figures.noteFigure(
                "engine_java_over_c_bundled",
                binding.measureRatio("bundled", bundledRules(), TEXTS / 10, figures),
                "of the C loop's CPU time");
        figures.atMost(
                "engine_java_over_c_r60",
                binding.measureRatio("r60", SyntheticRules.createRules(60), TEXTS, figures),
                1.08);
        figures.atMost("engine_bytes_per_scan", Allocation.bytesPerScan(), 0);
        try (ThreadScaling scaling = new ThreadScaling()) {
            figures.atLeast("engine_threads_2_over_1_r60", scaling.speedUp(60, figures), 1.9);
            figures.atLeast("engine_threads_2_over_1_r300", scaling.speedUp(300, figures), 1.8);
        }
        figures.atMost("engine_reload_p999_ratio", new ReloadLatency().measureRatio(figures), 2);
        System.exit(figures.anyShort() ? 1 : 0);
    }

    private static List<RuleSource> bundledRules() {
        RuleFile pack = RulePack.readBundled().joinSources();
        return List.of(new RuleSource(pack.name(), pack.text()));
    }
}
