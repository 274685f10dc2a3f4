package dev.winnow.sender.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint may take of the sender: so many calls at once, a short queue before them, and a pause after failures in a row
 * (a circuit breaker). After a pause one call tries whether it is over. Any thread.
 */
final class EndpointGate {
    static final int FAILURES_IN_A_ROW = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final int MAX_WAITING = 1_000;

    private final Semaphore places;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private int failures;
    private boolean trying;
    private @Nullable Instant failingSince;
    private @Nullable Instant pausedUntil;

    EndpointGate(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    /** Whether a call may be made. */
    sealed interface Entry {
        /** It may; {@link #leaveGate} must follow. */
        record Admitted() implements Entry {}

        /** Not now: too many calls are under way. */
        record Busy() implements Entry {}

        /** Not before then: the last calls failed. */
        record Paused(Instant until) implements Entry {}
    }

    /** Waits a little for a place. */
    Entry enterGate(Instant now) throws InterruptedException {
        Entry first = checkPause(now);
        if (!(first instanceof Entry.Admitted)) {
            return first;
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return new Entry.Busy();
        }
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Entry.Busy();
            }
        } finally {
            waiting.decrementAndGet();
        }
        Entry second = takePlace(now);
        if (!(second instanceof Entry.Admitted)) {
            places.release();
        }
        return second;
    }

    /** Since when every call failed; null after a success. */
    synchronized @Nullable Instant failingSince() {
        return failingSince;
    }

    void leaveGate() {
        places.release();
    }

    synchronized void recordSuccess() {
        failures = 0;
        trying = false;
        failingSince = null;
        pausedUntil = null;
    }

    /** @param wish how long the endpoint wants to be left alone; null when it did not say */
    synchronized void recordFailure(Instant now, @Nullable Duration wish) {
        failures++;
        trying = false;
        if (failingSince == null) {
            failingSince = now;
        }
        Duration pause = pauseFor(wish);
        if (!pause.isZero() && (pausedUntil == null || pausedUntil.isBefore(now.plus(pause)))) {
            pausedUntil = now.plus(pause);
        }
    }

    private Duration pauseFor(@Nullable Duration wish) {
        Duration own = Duration.ZERO;
        if (failures >= FAILURES_IN_A_ROW) {
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FAILURES_IN_A_ROW, 10));
            own = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
        return wish == null || wish.compareTo(own) < 0 ? own : wish;
    }

    private synchronized Entry checkPause(Instant now) {
        if (pausedUntil == null) {
            return new Entry.Admitted();
        }
        if (pausedUntil.isAfter(now)) {
            return new Entry.Paused(pausedUntil);
        }
        return trying ? new Entry.Busy() : new Entry.Admitted();
    }

    private synchronized Entry takePlace(Instant now) {
        Entry entry = checkPause(now);
        trying = trying || (entry instanceof Entry.Admitted && pausedUntil != null);
        return entry;
    }
}
