package dev.winnow.worker.fleet;

import dev.winnow.fleet.SinceLast;
import dev.winnow.worker.poll.WorkerMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The figures of a worker for scaling, alarms and the dashboard: docs/runbook.md lists the names. Counts are since the last line. One
 * thread at a time.
 */
public final class WorkerFigures implements Supplier<Map<String, Double>> {
    private final WorkerMetrics metrics;
    private final LongSupplier pointerAgeSeconds;
    private final SinceLast envelopes;
    private final SinceLast messages;
    private final SinceLast failed;
    private final SinceLast incomplete;
    private final SinceLast tripped;

    /**
     * Begins to count now.
     *
     * @param pointerAgeSeconds how long ago the pointers to rules and tenants were last read well
     * @param trips how often the fuse had a reason to put a rule into shadow, since the start
     */
    public WorkerFigures(WorkerMetrics metrics, LongSupplier pointerAgeSeconds, LongSupplier trips) {
        this.metrics = metrics;
        this.pointerAgeSeconds = pointerAgeSeconds;
        this.envelopes = new SinceLast(metrics::envelopes);
        this.messages = new SinceLast(metrics::messages);
        this.failed = new SinceLast(metrics::failedMessages);
        this.tripped = new SinceLast(trips);
        this.incomplete = new SinceLast(metrics::incompleteMessages);
    }

    @Override
    public Map<String, Double> get() {
        Map<String, Double> figures = new HashMap<>();
        figures.put("InFlightEnvelopes", (double) metrics.inFlight());
        figures.put("EnvelopesDone", (double) envelopes.takeGrowth());
        figures.put("MessagesDone", (double) messages.takeGrowth());
        figures.put("FailedVerdicts", (double) failed.takeGrowth());
        figures.put("SkippedRules", (double) incomplete.takeGrowth());
        figures.put("TrippedRules", (double) tripped.takeGrowth());
        figures.put("StoreAway", metrics.isStoreAway() ? 1.0 : 0.0);
        figures.put("PointerAge", (double) pointerAgeSeconds.getAsLong());
        figures.put("OldestAgeAtFirstReceiveSeconds", metrics.takeOldestAge().toMillis() / 1000.0);
        return figures;
    }
}
