package dev.winnow.ingest.lookup;

import dev.winnow.verdict.StoreUnavailableException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An envelope that somebody waits for, and when to ask for it next. Guarded by the watcher's lock. */
final class AwaitedEnvelope {
    final UUID id;
    final Set<Consumer<WaitOutcome>> waiters = new HashSet<>();

    long dueAt;

    @Nullable StoreUnavailableException failure;

    private long interval;

    AwaitedEnvelope(UUID id, long nanoTime, long firstInterval) {
        this.id = id;
        this.dueAt = nanoTime;
        this.interval = firstInterval;
    }

    /**
     * Plans the next read. It falls on a grid, finer than the interval, so that envelopes that began to be awaited at different moments
     * come to share batches.
     */
    void planNext(long nanoTime, long longestInterval, long tick) {
        long grid = Math.max(tick, interval / 8);
        dueAt = Math.ceilDiv(nanoTime + interval, grid) * grid;
        interval = Math.min(2 * interval, longestInterval);
    }

    WaitOutcome soFar() {
        StoreUnavailableException cause = failure;
        return cause == null ? new WaitOutcome.NotYet() : new WaitOutcome.Unknown(cause);
    }
}
