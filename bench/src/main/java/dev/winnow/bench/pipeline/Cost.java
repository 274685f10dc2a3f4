package dev.winnow.bench.pipeline;

import dev.winnow.lab.load.LoadPlan;
import dev.winnow.lab.load.LoadResult;
import dev.winnow.lab.load.LoadRun;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/**
 * A load and what it cost the server.
 *
 * @param micros processor time of the server until it has judged everything, in microseconds a message with a verdict
 * @param readMicros what the generator cost it then, which reads every verdict; in the same unit
 */
record Cost(LoadResult result, double micros, double readMicros) {
    static final double GOAL_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Loads the server, reads every verdict and returns what became of the load. */
    static Cost of(Server server, LoadPlan plan) {
        Duration before = server.cpu();
        AtomicReference<Duration> judged = new AtomicReference<>(before);
        LoadResult result = LoadRun.execute(plan, _ -> {}, PATIENCE, () -> judged.set(server.cpuAtRest()));
        long messages = Math.max(1, result.accepted() - result.lost());
        return new Cost(
                result,
                micros(judged.get().minus(before)) / messages,
                micros(server.cpu().minus(judged.get())) / messages);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1000.0;
    }

    /** Whether everything was accepted and judged as fast as it was sent, and 99 of 100 verdicts were there in time. */
    boolean holds() {
        return keepsUp()
                && result.lost() == 0
                && result.refusals() == 0
                && millis(result.acceptToVerdict(), 99) <= GOAL_MILLIS;
    }

    /** Whether the server did what it was asked for, but for a twentieth. */
    boolean keepsUp() {
        return result.verdictRate() >= 0.95 * result.plan().rate();
    }

    static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
