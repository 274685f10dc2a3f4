package dev.winnow.ingest.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the requests that run at once. A bounded number of further requests waits, first come first served, and the rest is refused at
 * once: the semantics of {@code ThrottleBacklog} of the go-chi router. Any thread.
 */
public final class ThrottleBacklog {
    private final Semaphore places;
    private final Semaphore backlog;
    private final long timeoutNanos;

    /**
     * A throttle of which all places are free.
     *
     * @param limit the requests that may run at once, at least 1
     * @param backlog the requests that may wait, at least 0
     * @param backlogTimeout the longest wait of one request
     */
    public ThrottleBacklog(int limit, int backlog, Duration backlogTimeout) {
        if (limit < 1 || backlog < 0) {
            throw new IllegalArgumentException("a throttle needs a limit of at least 1 and a backlog of at least 0");
        }
        this.places = new Semaphore(limit, true);
        this.backlog = new Semaphore(backlog);
        this.timeoutNanos = backlogTimeout.toNanos();
    }

    /** The result of an attempt to enter. */
    public sealed interface Entry {
        /** The request runs until it closes its place. */
        record Admitted(Place place) implements Entry {}

        /** All places and the whole backlog are taken. */
        record CapacityExceeded() implements Entry {}

        /** The request waited and no place became free in time. */
        record BacklogTimeout() implements Entry {}
    }

    /** Waits for a place at most for the backlog timeout. */
    public Entry enterBacklog() throws InterruptedException {
        if (takePlace(0)) {
            return new Entry.Admitted(new Place());
        }
        if (!backlog.tryAcquire()) {
            return new Entry.CapacityExceeded();
        }
        try {
            return takePlace(timeoutNanos) ? new Entry.Admitted(new Place()) : new Entry.BacklogTimeout();
        } finally {
            backlog.release();
        }
    }

    /** Takes a place in the order of arrival; the form of this call without a time would overtake the waiting requests. */
    private boolean takePlace(long nanos) throws InterruptedException {
        return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** A place among the running requests. */
    public final class Place implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        /** Gives the place back; a second call does nothing. */
        @Override
        public void close() {
            if (held.getAndSet(false)) {
                places.release();
            }
        }
    }
}
