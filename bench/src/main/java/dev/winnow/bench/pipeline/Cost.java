package dev.winnow.bench.pipeline;

import dev.winnow.local.load.LoadPlan;
import dev.winnow.local.load.LoadResult;
import dev.winnow.local.load.LoadRun;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A load and what it cost the server.
 *
 * @param micros processor time of the server, in microseconds a message with a verdict
 */
record Cost(LoadResult result, double micros) {
    static final double GOAL_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Loads the server, reads every verdict and returns what became of the load. */
    static Cost of(Server server, LoadPlan plan) {
        Duration before = server.cpu();
        LoadResult result = LoadRun.execute(plan, _ -> {}, PATIENCE);
        long judged = Math.max(1, result.accepted() - result.lost());
        return new Cost(result, server.cpu().minus(before).toNanos() / 1000.0 / judged);
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
