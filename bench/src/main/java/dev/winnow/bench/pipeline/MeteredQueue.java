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

/** A queue further away, whose receivers can be held. */
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
    public CompletableFuture<SendResult> send(List<SealedEnvelope> batch) {
        CompletableFuture<SendResult> sent = queue.send(batch);
        long nanos = delays.get().send().toNanos();
        return nanos == 0
                ? sent
                : sent.thenApplyAsync(result -> result, CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public Subscription subscribe(Priority lane, DeliveryListener listener, int concurrency) {
        return queue.subscribe(
                lane,
                new DeliveryListener() {
                    @Override
                    public List<Delivery> receive(List<Delivery> batch) {
                        gate.awaitOpen();
                        Pause.of(delays.get().receive());
                        return listener.receive(batch);
                    }

                    @Override
                    public void awaitReady() throws InterruptedException {
                        listener.awaitReady();
                    }
                },
                concurrency);
    }

    @Override
    public List<Delivery> sideline(List<Delivery> old) {
        return queue.sideline(old);
    }

    @Override
    public void bury(DeadLetter letter) {
        queue.bury(letter);
    }
}
