package dev.winnow.webhook;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@link WebhookQueue} in memory that passes the same contract test as SQS. Any thread. */
public final class InMemoryWebhookQueue implements WebhookQueue {
    private record Entry(String body, int receives, boolean inFlight) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<DeadLetter> buried = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized void sendNotice(WebhookNotice notice) {
        if (down) {
            throw new QueueUnavailableException("the queue is down", new IllegalStateException("down"));
        }
        put(WebhookJson.writeValue(notice));
    }

    /** Puts any text on the queue, as a foreign program could. */
    public synchronized void put(String body) {
        entries.put(UUID.randomUUID().toString(), new Entry(body, 0, false));
        notifyAll();
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        Thread receiver = Thread.ofVirtual().unstarted(() -> receive(listener));
        receiver.start();
        return () -> {
            receiver.interrupt();
            try {
                receiver.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public synchronized void buryLetter(DeadLetter letter) {
        buried.add(letter);
    }

    /** The dead letters, oldest first. */
    public synchronized List<DeadLetter> buried() {
        return List.copyOf(buried);
    }

    /** The notices that were sent and are not acknowledged, oldest first. */
    public synchronized List<WebhookNotice> notices() {
        return entries.values().stream()
                .map(entry -> WebhookJson.readValue(entry.body(), WebhookNotice.class))
                .toList();
    }

    /** Makes every send fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public synchronized void comeBack() {
        down = false;
    }

    /** Delivers again each notice that was delivered and is not acknowledged. */
    public synchronized void redeliver() {
        entries.replaceAll((_, entry) -> new Entry(entry.body(), entry.receives(), false));
        notifyAll();
    }

    private void receive(DeliveryListener listener) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                listener.awaitReady();
                List<Delivery> batch = take();
                try {
                    acknowledge(listener.receiveBatch(batch));
                } catch (RuntimeException notDone) {
                    // Stays in flight until redeliver(), as on SQS until the visibility time ends.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Delivery> take() throws InterruptedException {
        List<Delivery> batch = new ArrayList<>();
        while (batch.isEmpty()) {
            entries.replaceAll((receipt, entry) -> {
                if (entry.inFlight()) {
                    return entry;
                }
                Instant now = Instant.now();
                batch.add(new Delivery(receipt, entry.body(), entry.receives() + 1, now, now));
                return new Entry(entry.body(), entry.receives() + 1, true);
            });
            if (batch.isEmpty()) {
                wait();
            }
        }
        return batch;
    }

    private synchronized void acknowledge(List<Delivery> done) {
        done.forEach(delivery -> entries.remove(delivery.receipt()));
    }
}
