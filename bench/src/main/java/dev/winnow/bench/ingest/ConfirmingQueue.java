package dev.winnow.bench.ingest;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Confirms each envelope at once and drops it, so that only the API's own cost is measured. */
final class ConfirmingQueue implements EnvelopeQueue {
    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        Set<UUID> confirmed = batch.size() == 1
                ? Set.of(batch.getFirst().id())
                : batch.stream().map(SealedEnvelope::id).collect(Collectors.toUnmodifiableSet());
        return CompletableFuture.completedFuture(new SendResult(confirmed, Map.of()));
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        throw nothingKept();
    }

    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        throw nothingKept();
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        throw nothingKept();
    }

    private static UnsupportedOperationException nothingKept() {
        return new UnsupportedOperationException("this queue keeps no envelopes, so it cannot deliver any");
    }
}
