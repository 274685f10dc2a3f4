package dev.winnow.queue;

/** A running receiver. Any thread. */
public interface Subscription extends AutoCloseable {
    /** Whether it can still receive; a subscription for which this stays false needs a new process. */
    default boolean isReceiving() {
        return true;
    }

    /** Stops receiving, waits until the deliveries under way are worked on and acknowledged, and returns. A second call does nothing. */
    @Override
    void close();
}
