package dev.winnow.ingest.submit;

import java.time.Duration;

/**
 * How long messages wait for company: until what some fast sends take has passed since the last send. A slow queue so gets few and full
 * envelopes, and a fast one does not make anybody wait. One thread at a time; all times are of {@link System#nanoTime}.
 */
final class LingerEstimator {
    /** In what these take, a busy server fills envelopes, and nobody notices the wait. */
    private static final int SENDS_TO_LINGER = 8;

    /** Slow sends are forgotten soon and believed late: most of them are a pause of this process, not the queue's pace. */
    private static final int FASTER_SENDS_TO_BELIEVE = 8;

    private static final int SLOWER_SENDS_TO_BELIEVE = 64;

    /** Less is not worth a timer and the waking of everybody. */
    private static final long SHORTEST_LINGER_NANOS = 1_000_000;

    private final long longestNanos;
    private long sendNanos;
    private long lastSend;

    /** A queue counts as slow until it was seen to be fast; the first message waits for nobody. */
    LingerEstimator(Duration longest, long now) {
        this.longestNanos = longest.toNanos();
        this.sendNanos = longestNanos / SENDS_TO_LINGER;
        this.lastSend = now - longestNanos;
    }

    /** Nanoseconds until something may leave; 0 or less if it may now. */
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
