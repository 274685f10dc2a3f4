package dev.winnow.queue;

import java.util.List;

/** Works on deliveries. */
@FunctionalInterface
public interface DeliveryListener {
    /**
     * Works on a batch and returns the deliveries that are done and can be acknowledged; the rest is delivered again after a pause that
     * grows with its receive count. An exception acknowledges none. May block as long as it must: the deliveries stay hidden from other
     * workers meanwhile. It is called on a virtual thread, which is interrupted when the subscription closes and cannot wait any longer.
     */
    List<Delivery> receiveBatch(List<Delivery> batch);

    /** Blocks while nothing more should be received, for example because what is received could not be saved. */
    default void awaitReady() throws InterruptedException {}
}
