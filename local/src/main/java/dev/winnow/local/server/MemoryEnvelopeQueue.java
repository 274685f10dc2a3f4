package dev.winnow.local.server;

import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The lanes of a server on one machine. Dead letters are not kept: their messages have a verdict with the reason, and an envelope without
 * verdicts is still on the spool.
 */
final class MemoryEnvelopeQueue implements EnvelopeQueue {
    private final MemoryLane live = new MemoryLane();
    private final MemoryLane bulk = new MemoryLane();

    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        Instant now = Instant.now();
        batch.forEach(envelope -> laneOf(envelope.priority()).put(envelope.body(), openedAt(envelope, now)));
        return CompletableFuture.completedFuture(
                new SendResult(batch.stream().map(SealedEnvelope::id).collect(Collectors.toSet()), Map.of()));
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        return laneOf(lane).subscribe(listener, concurrency);
    }

    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        old.forEach(delivery -> bulk.put(delivery.body(), delivery.sentAt()));
        return old;
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        // The caller says in the log which envelope it gives up, and why.
    }

    /** The age counts from the opening: an envelope may have waited in the spool, during a restart too. */
    private static Instant openedAt(SealedEnvelope envelope, Instant now) {
        Instant opened = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope.id()));
        return opened.isBefore(now) ? opened : now;
    }

    private MemoryLane laneOf(Priority priority) {
        return switch (priority) {
            case LIVE -> live;
            case BULK -> bulk;
        };
    }
}
