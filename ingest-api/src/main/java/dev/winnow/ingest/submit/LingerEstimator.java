package dev.winnow.ingest.submit;

import java.time.Duration;

/**
 * Estimates the linger time: the time that a few fast sends take, counted from the last send. A slow queue then gets few and full
 * envelopes, and a fast queue causes no noticeable wait. One thread at a time; all times are of {@link System#nanoTime}.
 */
final class LingerEstimator {
    /** The number of sends that a message waits for: enough to fill envelopes on a busy server, too short to be noticed. */
    private static final int SENDS_TO_LINGER = 8;

    /** Slow sends are forgotten soon and believed late: most of them are a pause of this process, not the queue's pace. */
    private static final int FASTER_SENDS_TO_BELIEVE = 8;

    private static final int SLOWER_SENDS_TO_BELIEVE = 64;

    /** The shortest linger time in nanoseconds; a shorter one is not worth a timer. */
    private static final long SHORTEST_LINGER_NANOS = 1_000_000;

    private final long longestNanos;
    private long sendNanos;
    private long lastSend;

    /** An estimator that takes the queue for slow until it was fast; the first message leaves at once. */
    LingerEstimator(Duration longest, long now) {
        this.longestNanos = longest.toNanos();
        this.sendNanos = longestNanos / SENDS_TO_LINGER;
        this.lastSend = now - longestNanos;
    }

    /** The nanoseconds until the next send may begin; 0 or less if it may begin now. */
    long nanosUntilNextSend(long now) {
        long few = SENDS_TO_LINGER * sendNanos;
        long linger = few < SHORTEST_LINGER_NANOS ? 0 : Math.min(longestNanos, few);
        return linger - (now - lastSend);
    }

    void recordSend(long now) {
        lastSend = now;
    }

    /** Learns from a send that is over. */
    void recordDuration(long nanos) {
        long slower = nanos - sendNanos;
        sendNanos += slower / (slower > 0 ? SLOWER_SENDS_TO_BELIEVE : FASTER_SENDS_TO_BELIEVE);
    }
}
