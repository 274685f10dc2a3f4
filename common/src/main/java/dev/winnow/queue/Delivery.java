package dev.winnow.queue;

import dev.winnow.store.BackOff;
import java.time.Duration;
import java.time.Instant;

/**
 * One delivery of a message from the queue. Immutable; any thread.
 *
 * @param receipt the queue's name for this delivery, needed to acknowledge it
 * @param body the encoded envelope, or a foreign text
 * @param receiveCount the number of deliveries of this message, this one included; 1 or more
 * @param sentAt the time of the first send, by the queue's clock; a sidelined message keeps it
 * @param firstReceivedAt the time of the first delivery, by the queue's clock
 * @param redriven whether the message was a dead letter that was sent again
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
