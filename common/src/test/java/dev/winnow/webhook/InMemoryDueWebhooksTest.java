package dev.winnow.webhook;

class InMemoryDueWebhooksTest extends DueWebhooksContract {
    private final DueWebhooks store = new InMemoryDueWebhooks();

    @Override
    protected DueWebhooks store() {
        return store;
    }
}
