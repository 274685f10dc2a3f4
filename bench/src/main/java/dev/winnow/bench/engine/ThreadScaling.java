package dev.winnow.bench.engine;

import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * Scans a second with two threads over scans a second with one, on one rule set. What else runs on the machine takes from two
 * threads more than from one, so a loop of plain arithmetic runs the same way between the scans, and its own speed-up, which is 2
 * on a free machine with two cores, is the measure: 2 x engine's / arithmetic's.
 */
final class ThreadScaling implements AutoCloseable {

    private static final long SLICE = 60_000_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<byte[]> texts = SyntheticTexts.of(500);

    double speedUp(int ruleCount, Figures figures) throws InterruptedException, ExecutionException {
        try (RuleSet rules = RuleCompiler.compile(SyntheticRules.of(ruleCount)).orThrow();
                JavaLoop first = new JavaLoop(rules, texts, Rounds.OPTIONS);
                JavaLoop second = new JavaLoop(rules, texts, Rounds.OPTIONS)) {
            List<LongSupplier> scans = List.of(first::pass, second::pass);
            List<LongSupplier> sums = List.of(ThreadScaling::arithmetic, ThreadScaling::arithmetic);
            measure(scans);
            measure(sums);
            double[] engine = new double[Rounds.COUNT];
            double[] fair = new double[Rounds.COUNT];
            for (int i = 0; i < Rounds.COUNT; i++) {
                double before = measure(sums);
                engine[i] = measure(scans);
                fair[i] = 2 * engine[i] / ((before + measure(sums)) / 2);
            }
            figures.note(
                    "engine_threads_2_over_1_wall_r" + ruleCount, Rounds.median(engine), "by the wall clock alone");
            return Rounds.median(fair);
        }
    }

    /** Passes a second of two threads over those of one, in slices that take turns. */
    private double measure(List<LongSupplier> loops) throws InterruptedException, ExecutionException {
        double one = 0;
        double two = 0;
        for (int i = 0; i < 5; i++) {
            one += passesPerSecond(loops.subList(0, 1));
            two += passesPerSecond(loops);
        }
        return two / one;
    }

    private double passesPerSecond(List<LongSupplier> loops) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + SLICE;
        List<Callable<Double>> work = new ArrayList<>();
        for (LongSupplier loop : loops) {
            work.add(() -> passesUntil(end, loop));
        }
        double sum = 0;
        for (Future<Double> passes : threads.invokeAll(work)) {
            sum += passes.get();
        }
        return sum;
    }

    private static double passesUntil(long end, LongSupplier loop) {
        long start = System.nanoTime();
        long passes = 0;
        long now;
        do {
            loop.getAsLong();
            passes++;
            now = System.nanoTime();
        } while (now < end);
        return passes * 1e9 / (now - start);
    }

    private static long arithmetic() {
        long x = System.nanoTime() | 1;
        for (int i = 0; i < 200_000; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }

    @Override
    public void close() {
        threads.close();
    }
}
