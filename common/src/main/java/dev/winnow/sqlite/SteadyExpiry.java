package dev.winnow.sqlite;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Computes the time up to which expired rows may be deleted. A clock that jumps ahead makes living rows look expired, and a deleted row is
 * lost. Rows are therefore deleted a day after they expired, and only if the clock has kept pace with the processor's steady clock for an
 * hour. Any thread.
 */
final class SteadyExpiry {
    static final Duration MARGIN = Duration.ofDays(1);
    static final Duration STEADY_FOR = Duration.ofHours(1);

    /** The largest difference of both clocks; usual corrections of the clock by the network are smaller. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private long sinceMillis;
    private long sinceNanos;

    /**
     * Begins with a clock that is trusted after an hour.
     *
     * @param nanos a steady time in nanoseconds from any origin, such as {@link System#nanoTime}
     */
    SteadyExpiry(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.sinceMillis = clock.millis();
        this.sinceNanos = nanos.getAsLong();
    }

    /** The time, in milliseconds since the epoch, before which rows must have expired to be deleted; zero while the clock is not trusted. */
    synchronized long deletableBefore() {
        long millis = clock.millis();
        long now = nanos.getAsLong();
        Duration ran = Duration.ofNanos(now - sinceNanos);
        Duration shown = Duration.ofMillis(millis - sinceMillis);
        if (shown.minus(ran).abs().compareTo(TOLERANCE) > 0) {
            sinceMillis = millis;
            sinceNanos = now;
            return 0;
        }
        return ran.compareTo(STEADY_FOR) < 0 ? 0 : millis - MARGIN.toMillis();
    }

    /** The steady time in nanoseconds, for pauses. */
    long nanos() {
        return nanos.getAsLong();
    }
}
