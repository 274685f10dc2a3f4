package dev.winnow.sender.delivery;

import dev.winnow.store.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one endpoint: a number of calls at once, a short queue of calls that wait, and a pause after failures in a row (a circuit
 * breaker). After the pause one call shows whether the endpoint works again. Any thread.
 */
final class EndpointGate {
    static final int FAILURES_IN_A_ROW = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final BackOff PAUSES = BackOff.withoutJitter(FIRST_PAUSE, LONGEST_PAUSE);
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

    /** The answer to a call that wants to enter. */
    sealed interface Entry {
        /** The call may be made; {@link #leaveGate} must follow. */
        record Admitted() implements Entry {}

        /** The call must come later: too many calls are under way. */
        record Busy() implements Entry {}

        /** The call must not come before this time: the last calls failed. */
        record Paused(Instant until) implements Entry {}
    }

    /** Waits for a place, for the patience of the constructor at most. */
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

    /** The time of the first failure since the last success; null after a success. */
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

    /**
     * Counts a failure, which may begin a pause.
     *
     * @param retryAfter the pause that the endpoint asked for; null if it asked for none
     */
    synchronized void recordFailure(Instant now, @Nullable Duration retryAfter) {
        failures++;
        trying = false;
        if (failingSince == null) {
            failingSince = now;
        }
        Duration pause = pauseFor(retryAfter);
        if (!pause.isZero() && (pausedUntil == null || pausedUntil.isBefore(now.plus(pause)))) {
            pausedUntil = now.plus(pause);
        }
    }

    private Duration pauseFor(@Nullable Duration retryAfter) {
        Duration own = PAUSES.pauseAfter(failures - FAILURES_IN_A_ROW + 1);
        return retryAfter == null || retryAfter.compareTo(own) < 0 ? own : retryAfter;
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
