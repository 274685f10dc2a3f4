package dev.winnow.bench.pipeline;

import dev.winnow.lab.load.LoadPlan;
import dev.winnow.lab.load.LoadResult;
import dev.winnow.lab.load.LoadRun;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/**
 * The result of a load and its cost for the server.
 *
 * @param micros processor time of the server until it has judged all messages, in microseconds for each message with a verdict
 * @param readMicros processor time of the server for the generator's reads of every verdict, in the same unit
 */
record Cost(LoadResult result, double micros, double readMicros) {
    static final double GOAL_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Loads the server, reads every verdict and returns the result with its cost. */
    static Cost measureCost(Server server, LoadPlan plan) {
        Duration before = server.readCpu();
        AtomicReference<Duration> judged = new AtomicReference<>(before);
        LoadResult result = LoadRun.runPlan(plan, _ -> {}, PATIENCE, () -> judged.set(server.cpuAtRest()));
        long messages = Math.max(1, result.accepted() - result.lostCount());
        return new Cost(
                result,
                toMicros(judged.get().minus(before)) / messages,
                toMicros(server.readCpu().minus(judged.get())) / messages);
    }

    private static double toMicros(Duration time) {
        return time.toNanos() / 1000.0;
    }

    /** Whether all messages were accepted and judged as fast as they were sent, and 99 of 100 verdicts came in time. */
    boolean isHeld() {
        return keepsUp()
                && result.lostCount() == 0
                && result.refusalCount() == 0
                && toMillis(result.acceptToVerdict(), 99) <= GOAL_MILLIS;
    }

    /** Whether the server judged at least 95 % of the load. */
    boolean keepsUp() {
        return result.verdictRate() >= 0.95 * result.plan().rate();
    }

    static double toMillis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
