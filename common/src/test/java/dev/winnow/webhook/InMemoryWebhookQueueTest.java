package dev.winnow.webhook;

class InMemoryWebhookQueueTest extends WebhookQueueContract {
    private final InMemoryWebhookQueue queue = new InMemoryWebhookQueue();

    @Override
    protected WebhookQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        queue.redeliver();
    }
}
