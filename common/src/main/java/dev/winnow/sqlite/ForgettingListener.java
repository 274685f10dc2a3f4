package dev.winnow.sqlite;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes finished deliveries from a spool before they are acknowledged. A delivery that is removed and comes again is worked on once more,
 * without effect.
 *
 * @param listener works on the deliveries
 * @param forget takes the finished deliveries
 */
record ForgettingListener(DeliveryListener listener, Consumer<List<Delivery>> forget) implements DeliveryListener {
    @Override
    public List<Delivery> receiveBatch(List<Delivery> batch) {
        List<Delivery> done = listener.receiveBatch(batch);
        forget.accept(done);
        return done;
    }

    @Override
    public void awaitReady() throws InterruptedException {
        listener.awaitReady();
    }
}
