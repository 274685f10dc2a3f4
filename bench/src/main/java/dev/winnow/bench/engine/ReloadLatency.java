package dev.winnow.bench.engine;

import dev.winnow.bench.Figures;
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

/** The slowest scan of a thousand while 300 rules are compiled and swapped in five times a second, over that without. */
final class ReloadLatency {

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final long PERIOD_MILLIS = 200;
    private static final double PERCENTILE = 99.9;

    private final List<RuleSource> sources = SyntheticRules.of(300);
    private final List<byte[]> texts = SyntheticTexts.of(5_000);

    double ratio(Figures figures) {
        try (ActiveRules active = new ActiveRules(RuleCompiler.compile(sources).orThrow(), Rounds.OPTIONS);
                ScheduledExecutorService reloader = Executors.newSingleThreadScheduledExecutor()) {
            scan(active);
            double[] quiet = new double[Rounds.COUNT];
            double[] loaded = new double[Rounds.COUNT];
            double[] ratios = new double[Rounds.COUNT];
            for (int i = 0; i < Rounds.COUNT; i++) {
                quiet[i] = scan(active);
                var reloads = reloader.scheduleAtFixedRate(
                        () -> active.swap(RuleCompiler.compile(sources).orThrow()),
                        0,
                        PERIOD_MILLIS,
                        TimeUnit.MILLISECONDS);
                loaded[i] = scan(active);
                reloads.cancel(false);
                CompletableFuture.runAsync(() -> {}, reloader).join();
                ratios[i] = loaded[i] / quiet[i];
            }
            figures.note("engine_scan_p999_quiet", Rounds.median(quiet) / 1_000, "us");
            figures.note("engine_scan_p999_reload", Rounds.median(loaded) / 1_000, "us");
            return Rounds.median(ratios);
        }
    }

    /** The percentile of lease, scan and release on one thread, in nanoseconds. */
    private double scan(ActiveRules active) {
        Histogram latencies = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
        long end = System.nanoTime() + ROUND.toNanos();
        long now = System.nanoTime();
        for (int i = 0; now < end; i = (i + 1) % texts.size()) {
            byte[] text = texts.get(i);
            long start = now;
            try (ActiveRules.Lease lease = active.lease()) {
                lease.scanner().scan(text, 0, text.length, Externals.NONE);
            }
            now = System.nanoTime();
            latencies.recordValue(now - start);
        }
        return latencies.getValueAtPercentile(PERCENTILE);
    }
}
