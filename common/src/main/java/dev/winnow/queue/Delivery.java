package dev.winnow.queue;

import dev.winnow.store.BackOff;
import java.time.Duration;
import java.time.Instant;

/**
 * One envelope as the queue delivered it. Immutable; any thread.
 *
 * @param receipt names this delivery to the queue when it is acknowledged
 * @param body the encoded envelope, or whatever else somebody put on the queue
 * @param receiveCount how often it was delivered, this time included; 1 or more
 * @param sentAt when the queue first took it in, by the queue's clock; being sidelined does not make it younger
 * @param firstReceivedAt when it was first delivered, by the queue's clock
 * @param redriven whether it was a dead letter and somebody sent it again
 */
public record Delivery(
        String receipt, String body, int receiveCount, Instant sentAt, Instant firstReceivedAt, boolean redriven) {
    /** The pause before a delivery that was not finished comes again, by its receive count: 2 s at first, at most 15 minutes. */
    public static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(15), 0.5);

    /** A delivery that was never a dead letter. */
    public Delivery(String receipt, String body, int receiveCount, Instant sentAt, Instant firstReceivedAt) {
        this(receipt, body, receiveCount, sentAt, firstReceivedAt, false);
    }
}
