package dev.winnow.ingest.lookup;

import dev.winnow.store.StoreUnavailableException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An envelope that requests wait for, and the time of its next read. Guarded by the watcher's lock. */
final class AwaitedEnvelope {
    /** The least nanoseconds between two reads for requests that come back: waits of a second cause at most two reads a second. */
    private static final long REST = 500_000_000;

    /** The age in nanoseconds from which an unfinished read counts as unanswered. */
    static final long OVERDUE = 2_000_000_000;

    final UUID id;
    final Set<WaitingPlace> places = new HashSet<>();

    long dueAt;

    /** Whether a read is under way; the envelope is not in the schedule then. */
    boolean underWay;

    @Nullable StoreUnavailableException failure;

    private long interval;

    private long readAt;

    private boolean remembered;

    private boolean answered;

    /** An envelope that is due at once, and again after the first interval. */
    AwaitedEnvelope(UUID id, long nanoTime, long firstInterval) {
        this.id = id;
        this.dueAt = nanoTime;
        this.interval = firstInterval;
        this.readAt = nanoTime - REST;
    }

    /** The same envelope for requests that come back after all had left: due at once unless it was read a moment ago, with the pauses it had. */
    AwaitedEnvelope resumeAt(long nanoTime) {
        AwaitedEnvelope next = new AwaitedEnvelope(id, Math.max(nanoTime, readAt + REST), interval);
        next.readAt = readAt;
        next.answered = nanoTime - readAt < REST;
        return next;
    }

    /**
     * Plans the next read. It falls on a grid, finer than the interval, so that envelopes that began to be awaited at different moments
     * come to share batches.
     */
    void planNext(long nanoTime, long longestInterval, long tick) {
        long grid = Math.max(tick, interval / 8);
        dueAt = Math.ceilDiv(nanoTime + interval, grid) * grid;
        interval = Math.min(2 * interval, longestInterval);
        readAt = nanoTime;
        answered = true;
        underWay = false;
        remembered = false;
    }

    /** Keeps an abandoned envelope once more, for requests that come back; false the second time. */
    boolean isRememberedUntil(long nanoTime) {
        if (remembered) {
            return false;
        }
        remembered = true;
        dueAt = nanoTime;
        return true;
    }

    boolean isAbandoned() {
        return places.isEmpty();
    }

    /** Ends all waits for it. */
    void completeWaiters(WaitOutcome outcome) {
        places.forEach(place -> place.endWait(outcome));
    }

    /** Whether a read has ended since the wait began, so that the message is known to be queued. */
    boolean isAnswered() {
        return answered;
    }

    WaitOutcome soFar(long nanoTime) {
        if (failure != null) {
            return new WaitOutcome.Unknown(failure);
        }
        if (nanoTime - dueAt > OVERDUE) {
            return new WaitOutcome.Unknown(new StoreUnavailableException(
                    "a read of the verdict store has been under way for more than "
                            + TimeUnit.NANOSECONDS.toSeconds(OVERDUE) + " seconds",
                    new TimeoutException("no answer")));
        }
        return new WaitOutcome.NotYet();
    }
}
