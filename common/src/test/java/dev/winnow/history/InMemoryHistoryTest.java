package dev.winnow.history;

class InMemoryHistoryTest extends MessageHistoryContract {
    private final MessageHistory history = new InMemoryHistory();

    @Override
    protected MessageHistory history() {
        return history;
    }
}
