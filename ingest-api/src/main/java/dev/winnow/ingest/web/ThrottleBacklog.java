package dev.winnow.ingest.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets so many requests run, so many more wait for their turn, first come first served, and refuses the rest at once: the semantics of
 * {@code ThrottleBacklog} of the go-chi router. Any thread.
 */
public final class ThrottleBacklog {
    private final Semaphore admission;
    private final Semaphore processing;
    private final Duration backlogTimeout;

    /**
     * All places are free.
     *
     * @param limit how many may run, at least 1
     * @param backlog how many more may wait, at least 0
     * @param backlogTimeout how long one may wait
     */
    public ThrottleBacklog(int limit, int backlog, Duration backlogTimeout) {
        if (limit < 1 || backlog < 0) {
            throw new IllegalArgumentException("a throttle needs a limit of at least 1 and a backlog of at least 0");
        }
        this.admission = new Semaphore(limit + backlog, true);
        this.processing = new Semaphore(limit, true);
        this.backlogTimeout = backlogTimeout;
    }

    /** How an attempt to enter ended. */
    public sealed interface Entry {
        /** The request runs until it closes this. */
        record Admitted(Place place) implements Entry {}

        /** All places and the whole backlog are taken. */
        record CapacityExceeded() implements Entry {}

        /** It waited and no place became free in time. */
        record BacklogTimeout() implements Entry {}
    }

    /** Waits for a place at most for the backlog timeout. */
    public Entry enter() throws InterruptedException {
        if (!admission.tryAcquire()) {
            return new Entry.CapacityExceeded();
        }
        boolean admitted = false;
        try {
            admitted = processing.tryAcquire(backlogTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!admitted) {
                admission.release();
            }
        }
        return admitted ? new Entry.Admitted(new Place()) : new Entry.BacklogTimeout();
    }

    /** A place among the running requests. */
    public final class Place implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        /** Gives the place back; a second call does nothing. */
        @Override
        public void close() {
            if (held.getAndSet(false)) {
                processing.release();
                admission.release();
            }
        }
    }
}
