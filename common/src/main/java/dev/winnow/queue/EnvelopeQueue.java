package dev.winnow.queue;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The queue between the API and the workers: delivers at least once, in any order, with one lane for each {@link Priority}. Any thread. */
public interface EnvelopeQueue {
    /** The largest batch that {@link #sendBatch} takes (SQS quota: 10 entries of SendMessageBatch). */
    int MAX_BATCH = 10;

    /**
     * Sends envelopes durably, each on the lane of its priority. An envelope counts as accepted only when the result confirms it.
     *
     * @param batch 1 to {@value #MAX_BATCH} envelopes
     * @return the confirmed and the refused envelopes; completes exceptionally with {@link QueueUnavailableException} if the outcome of the
     *     whole batch is unknown or bad, and then each envelope may still be delivered
     */
    CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch);

    /**
     * Starts receiving from a lane. Deliveries are handed to the listener until the subscription is closed.
     *
     * @param listener takes the deliveries, on several threads at a time
     * @param concurrency the most deliveries that are held at once, at least 1; no delivery is received before there is a place for it
     */
    Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency);

    /**
     * Puts deliveries of the live lane at the end of the bulk lane; they can be acknowledged afterwards. Blocks.
     *
     * @param old 1 to {@value #MAX_BATCH} deliveries
     * @return the deliveries that are on the bulk lane now
     */
    List<Delivery> sidelineDeliveries(List<Delivery> old);

    /**
     * Puts a delivery that cannot be worked on among the dead letters; it can be acknowledged afterwards. Blocks.
     *
     * @throws QueueUnavailableException if the queue did not confirm
     */
    void buryDelivery(DeadLetter letter);
}
