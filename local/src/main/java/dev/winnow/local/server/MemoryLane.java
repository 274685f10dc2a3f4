package dev.winnow.local.server;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One lane of a queue inside this process, which no other process can read. It is empty after a new start; the spool keeps the envelopes.
 * Any thread.
 */
final class MemoryLane {
    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final AtomicLong sequence = new AtomicLong();

    /** An entry that can be delivered from a time on; entries of the same time go in the order of their sequence. */
    private record Waiting(
            String receipt,
            String body,
            Instant sentAt,
            @Nullable Instant firstReceivedAt,
            int receives,
            long visibleAtNanos,
            long sequence)
            implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(visibleAtNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Waiting that = (Waiting) other;
            int byTime = Long.signum(visibleAtNanos - that.visibleAtNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, that.sequence);
        }

        Delivery toDelivery() {
            Instant now = Instant.now();
            return new Delivery(
                    receipt,
                    body,
                    receives + 1,
                    sentAt,
                    firstReceivedAt == null ? (now.isBefore(sentAt) ? sentAt : now) : firstReceivedAt);
        }
    }

    /**
     * Puts an entry at the end.
     *
     * @param sentAt the time of its first send
     */
    void put(String body, Instant sentAt) {
        waiting.put(new Waiting(
                UUID.randomUUID().toString(), body, sentAt, null, 0, System.nanoTime(), sequence.incrementAndGet()));
    }

    /** Takes the next deliveries; waits for at least one. */
    List<Delivery> take(int most) throws InterruptedException {
        List<Waiting> batch = new ArrayList<>(most);
        batch.add(waiting.take());
        waiting.drainTo(batch, most - 1);
        return batch.stream().map(Waiting::toDelivery).toList();
    }

    /** Returns a delivery to the lane, to be delivered again at once. */
    void giveBack(Delivery delivery) {
        putBack(delivery, Duration.ZERO);
    }

    /** Returns a delivery to the lane after {@link Delivery#BACK_OFF}. */
    void backOff(Delivery delivery) {
        putBack(delivery, Delivery.BACK_OFF.pauseAfter(delivery.receiveCount()));
    }

    private void putBack(Delivery delivery, Duration pause) {
        waiting.put(new Waiting(
                delivery.receipt(),
                delivery.body(),
                delivery.sentAt(),
                delivery.firstReceivedAt(),
                delivery.receiveCount(),
                System.nanoTime() + pause.toNanos(),
                sequence.incrementAndGet()));
    }

    /** Starts receiving; the listener has at most this many deliveries at once. */
    Subscription subscribe(DeliveryListener listener, int concurrency) {
        return MemorySubscription.start(this, listener, concurrency);
    }
}
