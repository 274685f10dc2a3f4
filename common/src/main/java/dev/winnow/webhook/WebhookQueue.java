package dev.winnow.webhook;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.Subscription;

/** The queue of notices between the scan workers and the callback senders: delivers at least once, in any order. Any thread. */
public interface WebhookQueue {
    /**
     * Sends a notice and returns when the queue has it durably.
     *
     * @throws QueueUnavailableException if the queue did not confirm; sending again is safe
     */
    void sendNotice(WebhookNotice notice);

    /**
     * Starts receiving notices, in the form of {@link WebhookJson}.
     *
     * @param concurrency the most notices that are held at once, at least 1
     */
    Subscription subscribe(DeliveryListener listener, int concurrency);

    /**
     * Puts a notice that cannot be worked on among the dead letters; it can be acknowledged afterwards. Blocks.
     *
     * @throws QueueUnavailableException if the queue did not confirm
     */
    void buryLetter(DeadLetter letter);
}
