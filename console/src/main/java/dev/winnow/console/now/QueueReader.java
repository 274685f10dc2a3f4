package dev.winnow.console.now;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the depths of the queues. Calls block; any thread. */
@FunctionalInterface
public interface QueueReader {
    /**
     * Reads the depths.
     *
     * @throws dev.winnow.queue.QueueUnavailableException if a queue does not answer
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    Depths readDepths();

    /**
     * The depths of the queues.
     *
     * @param live the number of messages or envelopes that wait on the live lane
     * @param bulk the number of messages or envelopes that wait on the bulk lane
     * @param oldest the time since which the oldest waits; null if none waits, or if the queue does not tell
     */
    record Depths(long live, long bulk, @Nullable Instant oldest) {}
}
