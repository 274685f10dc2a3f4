package dev.winnow.local.server;

import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.EnvelopeQueueContract;

class MemoryEnvelopeQueueIT extends EnvelopeQueueContract {
    private final MemoryEnvelopeQueue queue = new MemoryEnvelopeQueue();

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The pause after the first receive is two seconds at most.
    }
}
