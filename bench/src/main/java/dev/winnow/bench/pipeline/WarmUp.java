package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a server until its compilers are done. Light loads with few connections, which make many small envelopes and leave the compilers
 * time, take turns with loads as hard as the measurement. Two cores need minutes for all of the code.
 */
final class WarmUp {
    private static final Duration LONGEST = Duration.ofSeconds(110);

    /** The share of a step's time that the compilers of a warm server may work. */
    private static final double COMPILING_WHEN_WARM = 0.1;

    private WarmUp() {}

    /**
     * One step of the warm-up.
     *
     * @param seconds since the start of the warm-up
     * @param hard the cost of the load that is as hard as the measurement
     * @param compiling the time that the compilers worked, in seconds for each second
     */
    record Step(long seconds, Cost hard, double compiling) {
        void noteStep(BenchFigures figures, String name) {
            String prefix = name + "." + seconds + "s";
            figures.noteFigure(prefix + ".verdicts", hard.result().verdictRate(), "SMS/s");
            figures.noteFigure(prefix + ".cpu", hard.micros(), "us/SMS");
            figures.noteFigure(prefix + ".compiling", compiling, "of the time");
        }
    }

    static List<Step> warmUp(Server server, int rate, int batch) throws IOException {
        List<Step> steps = new ArrayList<>();
        long start = System.nanoTime();
        do {
            Duration compiledBefore = server.readCompileTime();
            long began = System.nanoTime();
            var _ = Cost.measureCost(server, Loads.planQuietRound(server, rate / 4, batch));
            Cost hard = Cost.measureCost(server, Loads.planRound(server, rate, batch));
            long now = System.nanoTime();
            double compiling =
                    (double) server.readCompileTime().minus(compiledBefore).toNanos() / (now - began);
            steps.add(new Step(Duration.ofNanos(now - start).toSeconds(), hard, compiling));
        } while (steps.getLast().compiling() > COMPILING_WHEN_WARM
                && steps.getLast().seconds() < LONGEST.toSeconds());
        return steps;
    }
}
