package dev.winnow.local.server;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives from a lane while there are permits, and hands each batch to the listener on a virtual thread. */
final class MemorySubscription implements Subscription {
    private static final Logger log = LoggerFactory.getLogger(MemorySubscription.class);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration GIVE_BACK = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final MemoryLane lane;
    private final DeliveryListener listener;
    private final int concurrency;
    private final Semaphore permits;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private final Thread receiver;
    private volatile boolean closed;

    private MemorySubscription(MemoryLane lane, DeliveryListener listener, int concurrency) {
        this.lane = lane;
        this.listener = listener;
        this.concurrency = concurrency;
        this.permits = new Semaphore(concurrency);
        this.receiver = Thread.ofVirtual().name("memory-receiver").unstarted(this::receive);
    }

    static MemorySubscription start(MemoryLane lane, DeliveryListener listener, int concurrency) {
        MemorySubscription subscription = new MemorySubscription(lane, listener, concurrency);
        subscription.receiver.start();
        return subscription;
    }

    @Override
    public boolean isReceiving() {
        return closed || receiver.isAlive();
    }

    private void receive() {
        try {
            while (!closed) {
                try {
                    listener.awaitReady();
                    receiveOnce();
                } catch (RuntimeException e) {
                    log.error(
                            "Could not receive from a queue in memory; the next try is in {} ms",
                            PAUSE_AFTER_FAILURE.toMillis(),
                            e);
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void receiveOnce() throws InterruptedException {
        permits.acquire();
        int free = 1;
        while (free < EnvelopeQueue.MAX_BATCH && permits.tryAcquire()) {
            free++;
        }
        int used = 0;
        try {
            List<Delivery> batch = lane.take(free);
            threads.execute(() -> handOverDeliveries(batch));
            used = batch.size();
        } finally {
            permits.release(free - used);
        }
    }

    private void handOverDeliveries(List<Delivery> batch) {
        List<Delivery> done = List.of();
        try {
            done = listener.receiveBatch(batch);
        } catch (RuntimeException e) {
            log.warn("Could not finish a batch of {} deliveries; they are delivered again", batch.size(), e);
        } finally {
            for (Delivery delivery : batch) {
                if (!done.contains(delivery)) {
                    putBack(delivery);
                }
            }
            permits.release(batch.size());
        }
    }

    private void putBack(Delivery delivery) {
        if (closed) {
            lane.giveBack(delivery);
        } else {
            lane.backOff(delivery);
        }
    }

    /** Waits for the deliveries under way, and interrupts them after the timeout. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        receiver.interrupt();
        try {
            receiver.join();
            boolean finished = permits.tryAcquire(concurrency, DRAIN.toSeconds(), TimeUnit.SECONDS);
            threads.shutdownNow();
            if (!finished && !permits.tryAcquire(concurrency, GIVE_BACK.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("Some deliveries were not finished after {} s; they are delivered again", DRAIN.toSeconds());
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
