package dev.winnow.sqlite;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time up to which expired rows may be deleted. A clock that jumps ahead makes living rows look expired, and a deleted row never
 * comes back: rows are deleted a day after they expired, and only when the clock has run as fast as the processor's for an hour. Any
 * thread.
 */
final class SteadyExpiry {
    static final Duration MARGIN = Duration.ofDays(1);
    static final Duration STEADY_FOR = Duration.ofHours(1);

    /** Corrections of the clock by the network stay below. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private long sinceMillis;
    private long sinceNanos;

    /**
     * Trusts the clock in an hour.
     *
     * @param nanos runs steadily, from any origin, as {@link System#nanoTime} does
     */
    SteadyExpiry(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.sinceMillis = clock.millis();
        this.sinceNanos = nanos.getAsLong();
    }

    /** Milliseconds since the epoch: what expired before may be deleted. Zero, so that nothing is, while the clock is not trusted. */
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

    /** The steady time, for pauses. */
    long nanos() {
        return nanos.getAsLong();
    }
}
