package dev.winnow.queue;

/**
 * How much was on a queue a moment ago. SQS calls both numbers approximate; they settle within a minute.
 *
 * @param visible what can be received, what is still delayed included; 0 or more
 * @param inFlight what was delivered and is neither acknowledged nor given back; 0 or more
 */
public record QueueDepth(long visible, long inFlight) {
    /** What is not done. */
    public long total() {
        return visible + inFlight;
    }
}
