package dev.winnow.queue;

/**
 * The number of messages on a queue. SQS calls both numbers approximate; they settle within a minute.
 *
 * @param visible the messages that can be received, delayed messages included; 0 or more
 * @param inFlight the delivered messages that are neither acknowledged nor given back; 0 or more
 */
public record QueueDepth(long visible, long inFlight) {
    /** The number of all messages that are not acknowledged. */
    public long total() {
        return visible + inFlight;
    }
}
