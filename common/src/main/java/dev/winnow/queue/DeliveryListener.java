package dev.winnow.queue;

import java.util.List;

/** Works on deliveries. */
@FunctionalInterface
public interface DeliveryListener {
    /**
     * Works on a batch and returns the deliveries that are done and can be acknowledged; the rest is delivered again after its
     * visibility time. An exception acknowledges none. May block: it is called on a virtual thread.
     */
    List<Delivery> receive(List<Delivery> batch);
}
