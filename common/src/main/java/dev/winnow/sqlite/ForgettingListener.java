package dev.winnow.sqlite;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Removes finished deliveries from a spool before they are acknowledged. A delivery that is removed and comes again is worked on once more,
 * without effect.
 *
 * @param listener works on the deliveries
 * @param isRedriven whether a delivery was a dead letter; the queue behind the spool does not know
 * @param forget takes the finished deliveries
 */
record ForgettingListener(DeliveryListener listener, Predicate<Delivery> isRedriven, Consumer<List<Delivery>> forget)
        implements DeliveryListener {
    ForgettingListener(DeliveryListener listener, Consumer<List<Delivery>> forget) {
        this(listener, _ -> false, forget);
    }

    @Override
    public List<Delivery> receiveBatch(List<Delivery> batch) {
        List<Delivery> done = batch.stream().anyMatch(isRedriven) ? receiveMarked(batch) : listener.receiveBatch(batch);
        forget.accept(done);
        return done;
    }

    /** Marks the redriven deliveries for the listener; the queue gets them back as it sent them. */
    private List<Delivery> receiveMarked(List<Delivery> batch) {
        Map<Delivery, Delivery> sent = new HashMap<>();
        batch.forEach(delivery -> sent.put(isRedriven.test(delivery) ? marked(delivery) : delivery, delivery));
        return listener.receiveBatch(List.copyOf(sent.keySet())).stream()
                .map(sent::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The age of a redriven delivery counts from now: an operator wants it judged, however old it is. */
    private static Delivery marked(Delivery delivery) {
        return new Delivery(
                delivery.receipt(),
                delivery.body(),
                delivery.receiveCount(),
                delivery.firstReceivedAt(),
                delivery.firstReceivedAt(),
                true);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        listener.awaitReady();
    }
}
