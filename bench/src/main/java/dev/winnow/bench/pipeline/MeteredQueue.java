package dev.winnow.bench.pipeline;

import dev.winnow.bench.Pause;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A queue with added delays and with receivers that can be held. */
final class MeteredQueue implements EnvelopeQueue {
    private final EnvelopeQueue queue;
    private final Supplier<Delays> delays;
    private final Gate gate;

    MeteredQueue(EnvelopeQueue queue, Supplier<Delays> delays, Gate gate) {
        this.queue = queue;
        this.delays = delays;
        this.gate = gate;
    }

    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        CompletableFuture<SendResult> sent = queue.sendBatch(batch);
        long nanos = delays.get().send().toNanos();
        return nanos == 0
                ? sent
                : sent.thenApplyAsync(result -> result, CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        return queue.subscribeLane(
                lane,
                new DeliveryListener() {
                    @Override
                    public List<Delivery> receiveBatch(List<Delivery> batch) {
                        gate.awaitOpen();
                        Pause.pauseFor(delays.get().receive());
                        return listener.receiveBatch(batch);
                    }

                    @Override
                    public void awaitReady() throws InterruptedException {
                        listener.awaitReady();
                    }
                },
                concurrency);
    }

    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        return queue.sidelineDeliveries(old);
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        queue.buryDelivery(letter);
    }
}
