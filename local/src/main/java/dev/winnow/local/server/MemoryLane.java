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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One lane of a queue inside this process, which no other process can read. It forgets everything when the process ends: the spool is
 * what lasts. Any thread.
 */
final class MemoryLane {
    private static final int MAX_DOUBLINGS = 10;
    private static final long LONGEST_PAUSE_SECONDS = Duration.ofMinutes(15).toSeconds();

    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final AtomicLong sequence = new AtomicLong();

    /** An entry that is deliverable from a time on; entries of the same time go in the order of their sequence. */
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
     * @param sentAt when it was first sent
     */
    void put(String body, Instant sentAt) {
        waiting.put(new Waiting(
                UUID.randomUUID().toString(), body, sentAt, null, 0, System.nanoTime(), sequence.incrementAndGet()));
    }

    /** The next deliveries, at least one; waits for it. */
    List<Delivery> take(int most) throws InterruptedException {
        List<Waiting> batch = new ArrayList<>(most);
        batch.add(waiting.take());
        waiting.drainTo(batch, most - 1);
        return batch.stream().map(Waiting::toDelivery).toList();
    }

    /** Lets a delivery come again at once, to another listener. */
    void giveBack(Delivery delivery) {
        putBack(delivery, Duration.ZERO);
    }

    /** Lets a delivery come again after 2^n seconds at the n-th receive, at most 15 minutes, at least half of it left to chance. */
    void backOff(Delivery delivery) {
        long bound = Math.min(1L << Math.min(delivery.receiveCount(), MAX_DOUBLINGS), LONGEST_PAUSE_SECONDS);
        long millis = TimeUnit.SECONDS.toMillis(bound);
        putBack(delivery, Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1)));
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

    /** Starts receiving; the listener has at most so many deliveries at once. */
    Subscription subscribe(DeliveryListener listener, int concurrency) {
        return MemorySubscription.start(this, listener, concurrency);
    }
}
