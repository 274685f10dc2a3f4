package dev.winnow.queue;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * An {@link EnvelopeQueue} in memory that passes the same contract test as SQS. {@link #goDown} makes it refuse like a queue that is
 * out of reach. Any thread.
 */
public final class InMemoryEnvelopeQueue implements EnvelopeQueue {
    private record Entry(
            Priority lane, String body, Instant sentAt, Instant firstReceivedAt, int receives, boolean inFlight) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<DeadLetter> buried = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private boolean down;

    @Override
    public synchronized CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        if (down) {
            return CompletableFuture.failedFuture(
                    new QueueUnavailableException("the queue is down", new IllegalStateException("down")));
        }
        Instant now = clock.instant();
        batch.forEach(envelope -> entries.put(
                envelope.id().toString(), new Entry(envelope.priority(), envelope.body(), now, now, 0, false)));
        notifyAll();
        Set<UUID> confirmed = batch.stream().map(SealedEnvelope::id).collect(Collectors.toSet());
        return CompletableFuture.completedFuture(new SendResult(confirmed, Map.of()));
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        Receiver receiver = new Receiver(lane, listener);
        receiver.thread.start();
        return receiver;
    }

    @Override
    public synchronized List<Delivery> sidelineDeliveries(List<Delivery> old) {
        requireUp();
        for (Delivery delivery : old) {
            entries.put(
                    UUID.randomUUID().toString(),
                    new Entry(Priority.BULK, delivery.body(), delivery.sentAt(), clock.instant(), 0, false));
        }
        notifyAll();
        return old;
    }

    @Override
    public synchronized void buryDelivery(DeadLetter letter) {
        requireUp();
        buried.add(letter);
    }

    /** The dead letters, oldest first. */
    public synchronized List<DeadLetter> buried() {
        return List.copyOf(buried);
    }

    /** Makes every send fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public synchronized void comeBack() {
        down = false;
    }

    /** The bodies of the envelopes that were sent and are not acknowledged, oldest first. */
    public synchronized List<String> bodies() {
        return entries.values().stream().map(Entry::body).toList();
    }

    /** Delivers again each envelope that was delivered and is not acknowledged. */
    public synchronized void redeliver() {
        entries.replaceAll((_, e) -> new Entry(e.lane, e.body, e.sentAt, e.firstReceivedAt, e.receives, false));
        notifyAll();
    }

    private void requireUp() {
        if (down) {
            throw new QueueUnavailableException("the queue is down", new IllegalStateException("down"));
        }
    }

    private synchronized List<Delivery> take(Receiver receiver) throws InterruptedException {
        List<Delivery> batch = List.of();
        while (receiver.running && batch.isEmpty()) {
            batch = deliverable(receiver.lane);
            if (batch.isEmpty()) {
                wait();
            }
        }
        return batch;
    }

    private List<Delivery> deliverable(Priority lane) {
        List<Delivery> batch = new ArrayList<>();
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry e = each.getValue();
            if (e.lane == lane && !e.inFlight && batch.size() < MAX_BATCH) {
                Instant first = e.receives == 0 ? clock.instant() : e.firstReceivedAt;
                each.setValue(new Entry(lane, e.body, e.sentAt, first, e.receives + 1, true));
                batch.add(new Delivery(each.getKey(), e.body, e.receives + 1, e.sentAt, first));
            }
        }
        return batch;
    }

    private synchronized void acknowledge(List<Delivery> done) {
        done.forEach(delivery -> entries.remove(delivery.receipt()));
    }

    private synchronized void stop(Receiver receiver) {
        receiver.running = false;
        notifyAll();
    }

    private final class Receiver implements Subscription {
        private final Priority lane;
        private final Thread thread;
        private volatile boolean running = true;

        private Receiver(Priority lane, DeliveryListener listener) {
            this.lane = lane;
            this.thread = Thread.ofVirtual().name("in-memory-queue").unstarted(() -> receive(listener));
        }

        private void receive(DeliveryListener listener) {
            try {
                while (running) {
                    listener.awaitReady();
                    List<Delivery> batch = take(this);
                    if (!batch.isEmpty()) {
                        work(listener, batch);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void work(DeliveryListener listener, List<Delivery> batch) {
            try {
                acknowledge(listener.receiveBatch(batch));
            } catch (RuntimeException notDone) {
                // Stays in flight until redeliver(), as on SQS until the visibility time ends.
            }
        }

        @Override
        public void close() {
            stop(this);
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
