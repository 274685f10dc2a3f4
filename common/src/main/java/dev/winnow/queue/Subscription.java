package dev.winnow.queue;

/** A running receiver. Any thread. */
public interface Subscription extends AutoCloseable {
    /** Whether the subscription can still receive; if this stays false, only a new process receives again. */
    default boolean isReceiving() {
        return true;
    }

    /** Stops receiving, waits until the deliveries under way are worked on and acknowledged, and returns. A second call does nothing. */
    @Override
    void close();
}
