package dev.winnow.queue;

class InMemoryEnvelopeQueueTest extends EnvelopeQueueContract {
    private final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        queue.redeliver();
    }
}
