package dev.winnow.local.server;

import dev.winnow.callback.CallbackJson;
import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.VerdictNotice;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import java.time.Instant;

/** The callback notices of a server on one machine. Dead letters are not kept: only a defect makes one, and it is logged. */
final class MemoryCallbackQueue implements CallbackQueue {
    private final MemoryLane lane = new MemoryLane();

    @Override
    public void send(VerdictNotice notice) {
        lane.put(CallbackJson.write(notice), Instant.now());
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return lane.subscribe(listener, concurrency);
    }

    @Override
    public void bury(DeadLetter letter) {
        // The caller says in the log which notice it gives up, and why.
    }
}
