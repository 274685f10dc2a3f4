package dev.winnow.bench.engine;

import dev.winnow.bench.BenchFigures;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares two threads on one rule set with one thread. The figure is twice the work that a second of CPU time yields with two threads,
 * over the work with one thread. It is 2 when the threads do not hinder each other, even on a busy machine. The ratio by the wall clock is
 * a note: on a free machine it is the same, and it shows threads that wait for each other.
 */
final class ThreadScaling implements AutoCloseable {

    private static final long SLICE = 60_000_000;
    private static final int SLICES = 5;

    /** Passes in a second of CPU time, and in a second of the wall clock over all threads. */
    private record Rate(double cpu, double wall) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<byte[]> texts = SyntheticTexts.createTexts(500);

    double speedUp(int ruleCount, BenchFigures figures) throws InterruptedException, ExecutionException {
        try (RuleSet rules = RuleCompiler.compile(SyntheticRules.createRules(ruleCount))
                        .orThrow();
                JavaLoop first = new JavaLoop(rules, texts, Rounds.OPTIONS);
                JavaLoop second = new JavaLoop(rules, texts, Rounds.OPTIONS)) {
            List<JavaLoop> loops = List.of(first, second);
            measureRound(loops);
            double[] cpu = new double[Rounds.COUNT];
            double[] wall = new double[Rounds.COUNT];
            for (int i = 0; i < Rounds.COUNT; i++) {
                Rate ratio = measureRound(loops);
                cpu[i] = ratio.cpu();
                wall[i] = ratio.wall();
            }
            figures.noteFigure(
                    "engine_threads_2_over_1_wall_r" + ruleCount, Rounds.medianOf(wall), "by the wall clock");
            return Rounds.medianOf(cpu);
        }
    }

    /** Measures the ratio of two threads to one, in slices that take turns. */
    private Rate measureRound(List<JavaLoop> loops) throws InterruptedException, ExecutionException {
        double cpu = 0;
        double wall = 0;
        for (int i = 0; i < SLICES; i++) {
            Rate one = runSlice(loops.subList(0, 1));
            Rate two = runSlice(loops);
            cpu += 2 * two.cpu() / one.cpu();
            wall += two.wall() / one.wall();
        }
        return new Rate(cpu / SLICES, wall / SLICES);
    }

    private Rate runSlice(List<JavaLoop> loops) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + SLICE;
        List<Callable<Rate>> work = new ArrayList<>();
        for (JavaLoop loop : loops) {
            work.add(() -> passesUntil(end, loop));
        }
        double cpu = 0;
        double wall = 0;
        for (Future<Rate> rate : threads.invokeAll(work)) {
            cpu += rate.get().cpu();
            wall += rate.get().wall();
        }
        return new Rate(cpu / loops.size(), wall);
    }

    private static Rate passesUntil(long end, JavaLoop loop) {
        long cpuStart = Rounds.THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long passes = 0;
        long now;
        do {
            loop.runPass();
            passes++;
            now = System.nanoTime();
        } while (now < end);
        long cpu = Rounds.THREADS.getCurrentThreadCpuTime() - cpuStart;
        return new Rate(passes * 1e9 / cpu, passes * 1e9 / (now - start));
    }

    @Override
    public void close() {
        threads.close();
    }
}
