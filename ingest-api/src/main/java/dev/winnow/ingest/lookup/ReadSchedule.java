package dev.winnow.ingest.lookup;

import dev.winnow.time.Timers;
import dev.winnow.verdict.VerdictStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The order and the times at which awaited envelopes are read. Guarded by the watcher's lock, which is released while the schedule waits
 * for the next read.
 */
final class ReadSchedule {
    private final PriorityQueue<AwaitedEnvelope> byTime =
            new PriorityQueue<>(Comparator.comparingLong(envelope -> envelope.dueAt));
    private final Condition changed;
    private final Timers timers;
    private final long firstInterval;
    private final long longestInterval;

    ReadSchedule(ReentrantLock lock, WaiterSettings settings, Timers timers) {
        this.timers = timers;
        this.changed = lock.newCondition();
        this.firstInterval = settings.firstInterval().toNanos();
        this.longestInterval = settings.longestInterval().toNanos();
    }

    /** An envelope that is to be read at once. */
    AwaitedEnvelope beginReads(UUID envelope) {
        AwaitedEnvelope entry = new AwaitedEnvelope(envelope, timers.nanoTime(), firstInterval);
        addEnvelope(entry);
        return entry;
    }

    /** Schedules an abandoned envelope anew for requests that come back; the old entry stays until it is due and is dropped then. */
    AwaitedEnvelope resumeReads(AwaitedEnvelope left) {
        AwaitedEnvelope entry = left.resumeAt(timers.nanoTime());
        addEnvelope(entry);
        return entry;
    }

    /** Plans another read of an envelope that was read in vain. */
    void planNextRead(AwaitedEnvelope envelope) {
        envelope.planNext(timers.nanoTime(), longestInterval, firstInterval / 4);
        addEnvelope(envelope);
    }

    void clearAll() {
        byTime.clear();
    }

    /**
     * Waits until an envelope is due and takes all due envelopes, up to a batch.
     *
     * @param abandoned called with each envelope that no request has waited for during the longest interval; it leaves the schedule
     */
    List<AwaitedEnvelope> takeDue(Consumer<AwaitedEnvelope> abandoned) throws InterruptedException {
        List<AwaitedEnvelope> due = new ArrayList<>();
        while (due.isEmpty()) {
            awaitDue();
            long now = timers.nanoTime();
            while (due.size() < VerdictStore.MAX_FIND && isDue(byTime.peek(), now)) {
                AwaitedEnvelope next = byTime.remove();
                if (!next.isAbandoned()) {
                    next.underWay = true;
                    due.add(next);
                } else if (next.isRememberedUntil(now + longestInterval)) {
                    byTime.add(next);
                } else {
                    abandoned.accept(next);
                }
            }
        }
        return due;
    }

    private void addEnvelope(AwaitedEnvelope envelope) {
        byTime.add(envelope);
        changed.signal();
    }

    private void awaitDue() throws InterruptedException {
        AwaitedEnvelope next = byTime.peek();
        while (!isDue(next, timers.nanoTime())) {
            timers.awaitSignal(changed, next == null ? Long.MAX_VALUE : next.dueAt - timers.nanoTime());
            next = byTime.peek();
        }
    }

    private static boolean isDue(@Nullable AwaitedEnvelope envelope, long now) {
        return envelope != null && envelope.dueAt <= now;
    }
}
