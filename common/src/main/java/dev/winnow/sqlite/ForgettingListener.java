package dev.winnow.sqlite;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a spool forget what is done with, before it is acknowledged: what is forgotten and delivered again is done again in vain.
 *
 * @param listener does the work
 * @param forget takes what is done
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
