package dev.winnow.callback;

class InMemoryCallbackQueueTest extends CallbackQueueContract {
    private final InMemoryCallbackQueue queue = new InMemoryCallbackQueue();

    @Override
    protected CallbackQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        queue.redeliver();
    }
}
