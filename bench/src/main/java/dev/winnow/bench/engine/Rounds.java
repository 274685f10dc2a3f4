package dev.winnow.bench.engine;

import com.sun.management.ThreadMXBean;
import dev.winnow.yara.ScanOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Repetition: what is compared is measured in turns, and the median of the rounds counts. */
final class Rounds {

    static final int COUNT = 9;
    static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The timeout is wall clock, and on a busy machine a thread may stand still for long. */
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

    /** This thread's CPU time for a number of passes, in nanoseconds. */
    static long cpuTime(LongSupplier pass, int passes) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < passes; i++) {
            var _ = pass.getAsLong();
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /** As many passes as take about that much CPU time, after the code has been compiled. */
    static int passesFor(long nanos, LongSupplier pass) {
        cpuTime(pass, 3);
        long once = Math.max(1, cpuTime(pass, 3) / 3);
        return (int) Math.max(1, nanos / once);
    }
}
