package dev.winnow.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Pauses between tries that double with each failure up to a longest one. Immutable; any thread.
 *
 * @param first the pause after the first failure, at least 1 ms
 * @param longest the longest pause, not less than the first
 * @param jitter the part of a pause that is left to chance, 0 to 1: with 0.5 a pause of 10 s lasts 5 to 10 s
 */
public record BackOff(Duration first, Duration longest, double jitter) {
    /** Doubling more often would overflow; every useful longest pause is reached before. */
    private static final int MAX_DOUBLINGS = 30;

    public BackOff {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first pause must be from 1 ms to the longest pause of " + longest + ", is " + first);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("the jitter must be from 0 to 1, is " + jitter);
        }
    }

    /** Pauses of which nothing is left to chance. */
    public static BackOff withoutJitter(Duration first, Duration longest) {
        return new BackOff(first, longest, 0);
    }

    /**
     * The pause after so many failures in a row, in milliseconds.
     *
     * @param failures 0 or more; after none the pause is zero
     */
    public Duration pauseAfter(int failures) {
        return pauseAfter(failures, ThreadLocalRandom.current()::nextDouble);
    }

    /** The pause that this chance gives, a number from 0 to 1; 0 gives the longest one. */
    Duration pauseAfter(int failures, DoubleSupplier chance) {
        if (failures < 1) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        long bound = Math.min(doubled.toMillis(), longest.toMillis());
        return Duration.ofMillis(jitter == 0 ? bound : Math.round(bound * (1 - jitter * chance.getAsDouble())));
    }
}
