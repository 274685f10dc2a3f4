package dev.winnow.bench.engine;

import dev.winnow.bench.BenchFigures;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.Externals;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Measures the slowest scan of a thousand while 300 rules are compiled and swapped in five times a second, over the same without reloads.
 */
final class ReloadLatency {

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final long PERIOD_MILLIS = 200;
    private static final double PERCENTILE = 99.9;

    private final List<RuleSource> sources = SyntheticRules.createRules(300);
    private final List<byte[]> texts = SyntheticTexts.createTexts(5_000);

    double measureRatio(BenchFigures figures) {
        try (ActiveRules active = new ActiveRules(RuleCompiler.compile(sources).orThrow(), Rounds.OPTIONS);
                ScheduledExecutorService reloader = Executors.newSingleThreadScheduledExecutor()) {
            measureScans(active);
            double[] quiet = new double[Rounds.COUNT];
            double[] loaded = new double[Rounds.COUNT];
            double[] ratios = new double[Rounds.COUNT];
            for (int i = 0; i < Rounds.COUNT; i++) {
                quiet[i] = measureScans(active);
                var reloads = reloader.scheduleAtFixedRate(
                        () -> active.swapRules(RuleCompiler.compile(sources).orThrow()),
                        0,
                        PERIOD_MILLIS,
                        TimeUnit.MILLISECONDS);
                loaded[i] = measureScans(active);
                reloads.cancel(false);
                CompletableFuture.runAsync(() -> {}, reloader).join();
                ratios[i] = loaded[i] / quiet[i];
            }
            figures.noteFigure("engine_scan_p999_quiet", Rounds.medianOf(quiet) / 1_000, "us");
            figures.noteFigure("engine_scan_p999_reload", Rounds.medianOf(loaded) / 1_000, "us");
            return Rounds.medianOf(ratios);
        }
    }

    /** Measures lease, scan and release on one thread and returns the percentile, in nanoseconds. */
    private double measureScans(ActiveRules active) {
        Histogram latencies = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
        long end = System.nanoTime() + ROUND.toNanos();
        long now = System.nanoTime();
        for (int i = 0; now < end; i = (i + 1) % texts.size()) {
            byte[] text = texts.get(i);
            long start = now;
            try (ActiveRules.Lease lease = active.leaseScanner()) {
                lease.scanner().scan(text, 0, text.length, Externals.NONE);
            }
            now = System.nanoTime();
            latencies.recordValue(now - start);
        }
        return latencies.getValueAtPercentile(PERCENTILE);
    }
}
