package dev.winnow.feedback;

class InMemoryFeedbackStoreTest extends FeedbackStoreContract {
    private final InMemoryFeedbackStore store = new InMemoryFeedbackStore();

    @Override
    protected FeedbackStore store() {
        return store;
    }
}
