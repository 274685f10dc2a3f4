package dev.winnow.queue;

import java.util.List;

/** Works on deliveries. */
@FunctionalInterface
public interface DeliveryListener {
    /**
     * Works on a batch and returns the finished deliveries, which are then acknowledged. The others are delivered again after {@link
     * Delivery#BACK_OFF}; after an exception all are. This method may block for any time, and the deliveries stay hidden from other workers. It
     * is called on a virtual thread, which is interrupted when the closing subscription cannot wait any longer.
     */
    List<Delivery> receiveBatch(List<Delivery> batch);

    /** Blocks while no more deliveries should be received, for example while the store of verdicts is away. */
    default void awaitReady() throws InterruptedException {}
}
