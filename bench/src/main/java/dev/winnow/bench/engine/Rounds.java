package dev.winnow.bench.engine;

import com.sun.management.ThreadMXBean;
import dev.winnow.yara.ScanOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Repeats measurements: the candidates take turns, and the median of the rounds counts. */
final class Rounds {

    static final int COUNT = 9;
    static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A long timeout, because it is wall clock and a thread can stand still for long on a busy machine. */
    static final ScanOptions OPTIONS = new ScanOptions(Duration.ofSeconds(10), 4);

    private Rounds() {}

    static double medianOf(DoubleSupplier round) {
        double[] values = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = round.getAsDouble();
        }
        return medianOf(values);
    }

    static double medianOf(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Runs a number of passes and returns this thread's CPU time for them, in nanoseconds. */
    static long cpuTime(LongSupplier pass, int passes) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < passes; i++) {
            var _ = pass.getAsLong();
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /** The number of passes that take about this much CPU time, after the code has been compiled. */
    static int passesFor(long nanos, LongSupplier pass) {
        cpuTime(pass, 3);
        long once = Math.max(1, cpuTime(pass, 3) / 3);
        return (int) Math.max(1, nanos / once);
    }
}
