package dev.winnow.bench.scaling;

import java.time.Duration;
import java.time.Instant;

/**
 * Seconds since the start, of which {@value #SPEED} pass in a real one. Metrics, delays and cooldowns keep the numbers that they have on
 * AWS; a process that takes 8 s to start takes 40 of these. Any thread.
 */
record FastClock(Instant start) {
    static final int SPEED = 5;

    static FastClock startNow() {
        return new FastClock(Instant.now());
    }

    /** A real rate a second as a rate a second of this clock. */
    static double rate(double perRealSecond) {
        return perRealSecond / SPEED;
    }

    double now() {
        return at(Instant.now());
    }

    double at(Instant instant) {
        return seconds(start, instant);
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9 * SPEED;
    }

    void sleepUntil(double seconds) throws InterruptedException {
        long nanos = Math.round((seconds - now()) / SPEED * 1e9);
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }
}
