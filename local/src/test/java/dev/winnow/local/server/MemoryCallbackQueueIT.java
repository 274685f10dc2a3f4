package dev.winnow.local.server;

import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.CallbackQueueContract;

class MemoryCallbackQueueIT extends CallbackQueueContract {
    private final MemoryCallbackQueue queue = new MemoryCallbackQueue();

    @Override
    protected CallbackQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The pause after the first receive is two seconds at most.
    }
}
