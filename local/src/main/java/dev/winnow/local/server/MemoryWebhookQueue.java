package dev.winnow.local.server;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import java.time.Instant;

/** The callback notices of a server on one machine. Dead letters are not kept: only a defect causes one, and it is logged. */
final class MemoryWebhookQueue implements WebhookQueue {
    private final MemoryLane lane = new MemoryLane();

    @Override
    public void sendNotice(WebhookNotice notice) {
        lane.put(WebhookJson.writeValue(notice), Instant.now());
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return lane.subscribe(listener, concurrency);
    }

    @Override
    public void buryLetter(DeadLetter letter) {
        // The caller says in the log which notice it gives up, and why.
    }
}
