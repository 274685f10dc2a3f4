package dev.winnow.ingest.submit;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A queue that answers when told. */
final class HeldQueue implements EnvelopeQueue {
    final List<Send> sends = new CopyOnWriteArrayList<>();
    volatile boolean confirmsAtOnce;
    volatile int mostUnderWay;

    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        Send send = new Send(List.copyOf(batch), new CompletableFuture<>());
        sends.add(send);
        mostUnderWay = Math.max(mostUnderWay, (int)
                sends.stream().filter(s -> !s.result.isDone()).count());
        if (confirmsAtOnce) {
            send.confirm();
        }
        return send.result;
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        throw new UnsupportedOperationException("this queue has no receiver");
    }

    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        throw new UnsupportedOperationException("this queue has no receiver");
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        throw new UnsupportedOperationException("this queue has no receiver");
    }

    void confirmEverything() {
        confirmsAtOnce = true;
        sends.forEach(Send::confirm);
    }

    int slots() {
        return sends.stream()
                .flatMap(send -> send.batch.stream())
                .mapToInt(SealedEnvelope::slots)
                .sum();
    }

    /** One batch, and the future that its sender waits for. */
    record Send(List<SealedEnvelope> batch, CompletableFuture<SendResult> result) {
        void confirm() {
            result.complete(
                    new SendResult(batch.stream().map(SealedEnvelope::id).collect(Collectors.toSet()), Map.of()));
        }

        void refuse(int index) {
            Set<UUID> confirmed = batch.stream().map(SealedEnvelope::id).collect(Collectors.toSet());
            confirmed.remove(batch.get(index).id());
            result.complete(new SendResult(confirmed, Map.of(batch.get(index).id(), "TooLarge: too large")));
        }

        void fail() {
            result.completeExceptionally(new QueueUnavailableException("down", new IllegalStateException()));
        }
    }
}
