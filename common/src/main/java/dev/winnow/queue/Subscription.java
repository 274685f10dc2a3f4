package dev.winnow.queue;

/** A running receiver. Any thread. */
public interface Subscription extends AutoCloseable {
    /** Stops receiving, waits until the deliveries under way are worked on and acknowledged, and returns. A second call does nothing. */
    @Override
    void close();
}
