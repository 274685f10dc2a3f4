package dev.winnow.queue;

/** Reads the depth of one queue. Any thread; blocks. */
@FunctionalInterface
public interface DepthGauge {
    /**
     * Reads the depth.
     *
     * @throws QueueUnavailableException if the queue does not answer
     */
    QueueDepth readDepth();
}
