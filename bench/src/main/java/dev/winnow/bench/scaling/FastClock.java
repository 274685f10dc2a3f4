package dev.winnow.bench.scaling;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that is {@value #SPEED} times as fast as the real one, in seconds since the start. Metrics, delays and cooldowns keep the numbers
 * that they have on AWS; a process that takes 8 real seconds to start takes 40 on this clock. Any thread.
 */
record FastClock(Instant start) {
    static final int SPEED = 5;

    static FastClock startNow() {
        return new FastClock(Instant.now());
    }

    /** Converts a rate in real seconds into a rate in seconds of this clock. */
    static double toClockRate(double perRealSecond) {
        return perRealSecond / SPEED;
    }

    double clockSeconds() {
        return secondsAt(Instant.now());
    }

    double secondsAt(Instant instant) {
        return secondsBetween(start, instant);
    }

    static double secondsBetween(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9 * SPEED;
    }

    void sleepUntil(double seconds) throws InterruptedException {
        long nanos = Math.round((seconds - clockSeconds()) / SPEED * 1e9);
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }
}
