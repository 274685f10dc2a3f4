package dev.winnow.local.server;

import dev.winnow.webhook.WebhookQueue;
import dev.winnow.webhook.WebhookQueueContract;

class MemoryWebhookQueueIT extends WebhookQueueContract {
    private final MemoryWebhookQueue queue = new MemoryWebhookQueue();

    @Override
    protected WebhookQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The pause after the first receive is two seconds at most.
    }
}
