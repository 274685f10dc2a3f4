package dev.winnow.queue;

/** Tells how much is on one queue. Any thread; blocks. */
@FunctionalInterface
public interface DepthGauge {
    /**
     * Looks.
     *
     * @throws QueueUnavailableException if the queue does not answer
     */
    QueueDepth readDepth();
}
