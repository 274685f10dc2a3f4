package dev.winnow.queue;

import java.time.Instant;

/**
 * One envelope as the queue delivered it. Immutable; any thread.
 *
 * @param receipt names this delivery to the queue when it is acknowledged
 * @param body the encoded envelope, or whatever else somebody put on the queue
 * @param receiveCount how often it was delivered, this time included; 1 or more
 * @param sentAt when the queue took it in, by the queue's clock
 * @param firstReceivedAt when it was first delivered, by the queue's clock
 */
public record Delivery(String receipt, String body, int receiveCount, Instant sentAt, Instant firstReceivedAt) {}
