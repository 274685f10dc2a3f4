package dev.winnow.worker.fleet;

import dev.winnow.pulse.Delays;
import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.PulseSource;
import dev.winnow.worker.poll.WorkerMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The figures of a worker for its pulse. */
public final class WorkerPulse implements PulseSource {
    private final WorkerMetrics metrics;
    private final Supplier<String> ruleset;

    /**
     * Reads these counters.
     *
     * @param ruleset the version of the live rules; {@code none} without rules
     */
    public WorkerPulse(WorkerMetrics metrics, Supplier<String> ruleset) {
        this.metrics = metrics;
        this.ruleset = ruleset;
    }

    @Override
    public Map<String, Long> readTotals() {
        Map<String, Long> totals = new HashMap<>();
        metrics.messagesByOutcome().forEach((outcome, count) -> totals.put(PulseNames.VERDICT + outcome, count));
        totals.put(PulseNames.BURIED, metrics.buriedEnvelopes());
        return totals;
    }

    @Override
    public Map<String, Long> readLevels() {
        return Map.of(PulseNames.STORE_AWAY, metrics.isStoreAway() ? 1L : 0L);
    }

    @Override
    public Map<String, String> readFacts() {
        return Map.of(PulseNames.RULESET, ruleset.get());
    }

    @Override
    public Delays takeDelays() {
        return metrics.takeDelays();
    }
}
