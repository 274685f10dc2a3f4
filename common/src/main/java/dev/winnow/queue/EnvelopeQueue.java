package dev.winnow.queue;

import dev.winnow.message.SealedEnvelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The queue between the API and the workers: at least once, in any order. Any thread. */
public interface EnvelopeQueue {
    /** The largest batch that {@link #send} takes (SQS quota: 10 entries of SendMessageBatch). */
    int MAX_BATCH = 10;

    /**
     * Sends envelopes durably. An envelope counts as accepted only when the result confirms it.
     *
     * @param batch 1 to {@value #MAX_BATCH} envelopes
     * @return which were confirmed and which refused; completes exceptionally with {@link QueueUnavailableException} when the outcome
     *     of the whole batch is unknown or bad, in which case any of them may still be delivered
     */
    CompletableFuture<SendResult> send(List<SealedEnvelope> batch);

    /**
     * Starts receiving. Deliveries are handed to the listener until the subscription is closed.
     *
     * @param listener called from several threads at a time, at most {@code concurrency} deliveries being worked on together
     * @param concurrency how many deliveries may be held at once, at least 1; they are not received before there is a place for them
     */
    Subscription subscribe(DeliveryListener listener, int concurrency);
}
