package dev.winnow.sqlite;

import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import dev.winnow.sqlite.SqliteSpool.Removed;
import dev.winnow.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes envelopes to the spool before it sends them through a queue that may forget them: as many as the window holds at once, the others
 * later. An envelope leaves the spool when its verdicts are stored and announced. An envelope that is sent twice is judged once, because the
 * first outcome stands. Any thread.
 */
final class SpooledEnvelopeQueue implements EnvelopeQueue, AutoCloseable {

    private final EnvelopeQueue queue;
    private final SqliteSpool spool;
    private final SqliteDeadLetters letters;
    private final long maxBytes;
    private final AtomicLong bytes;
    private final Map<Priority, SpoolFeed<UUID>> feeds = new EnumMap<>(Priority.class);

    private SpooledEnvelopeQueue(
            EnvelopeQueue queue, SqliteSpool spool, SqliteDeadLetters letters, SpoolLimits limits) {
        this.queue = queue;
        this.spool = spool;
        this.letters = letters;
        this.maxBytes = limits.maxBytes();
        this.bytes = new AtomicLong(spool.countBytes());
        for (Priority lane : Priority.values()) {
            feeds.put(
                    lane,
                    new SpoolFeed<>(
                            lane.name().toLowerCase(Locale.ROOT),
                            limits.window(),
                            new SpooledLane(queue, spool, lane, this::free)));
        }
    }

    /** Sends the envelopes that an earlier run left; the first window of each lane is sent before this method returns. */
    static SpooledEnvelopeQueue resumeQueue(
            EnvelopeQueue queue, SqliteSpool spool, SqliteDeadLetters letters, SpoolLimits limits) {
        SpooledEnvelopeQueue spooled = new SpooledEnvelopeQueue(queue, spool, letters, limits);
        letters.sendTo(spooled::sendAgain);
        spooled.feeds.values().forEach(SpoolFeed::start);
        return spooled;
    }

    /** The bytes of the envelopes whose verdicts are not stored yet. */
    long waitingBytes() {
        return bytes.get();
    }

    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        long size = batch.stream().mapToLong(SpooledEnvelopeQueue::bytesOf).sum();
        if (bytes.addAndGet(size) > maxBytes) {
            bytes.addAndGet(-size);
            return CompletableFuture.failedFuture(new QueueUnavailableException(
                    "the spool of at most " + maxBytes + " bytes is full; set WINNOW_SPOOL_MAXBYTES to allow more",
                    new IllegalStateException("full")));
        }
        return spool.addEnvelopes(batch)
                .handle((_, failure) -> {
                    if (failure != null) {
                        bytes.addAndGet(-size);
                        throw new QueueUnavailableException("the spool did not take the envelopes", failure);
                    }
                    return batch;
                })
                .thenCompose(this::sendOrLeave);
    }

    /** Sends the envelopes that find a place in the window. The others are accepted too: they are durable, and the feed sends them later. */
    private CompletableFuture<SendResult> sendOrLeave(List<SealedEnvelope> batch) {
        Map<Boolean, List<SealedEnvelope>> parts = batch.stream()
                .collect(Collectors.partitioningBy(
                        envelope -> feedOf(envelope.priority()).tryHold(List.of(envelope.id()))));
        Set<UUID> left = parts.getOrDefault(false, List.of()).stream()
                .map(SealedEnvelope::id)
                .collect(Collectors.toSet());
        List<SealedEnvelope> now = parts.getOrDefault(true, List.of());
        if (now.isEmpty()) {
            return CompletableFuture.completedFuture(new SendResult(left, Map.of()));
        }
        return queue.sendBatch(now)
                .whenComplete((result, failure) -> forgetRefused(now, result, failure))
                .thenApply(sent -> {
                    Set<UUID> confirmed = new HashSet<>(left);
                    confirmed.addAll(sent.confirmed());
                    return new SendResult(confirmed, sent.refused());
                });
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        return queue.subscribeLane(
                lane,
                new ForgettingListener(listener, delivery -> letters.isRedriven(delivery.body()), this::forgetDone),
                concurrency);
    }

    /** Moves no delivery while the window of the bulk lane is full; old deliveries are then worked on in the live lane. */
    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        if (feedOf(Priority.BULK).isFull()) {
            return List.of();
        }
        List<Delivery> moved = queue.sidelineDeliveries(old);
        List<UUID> ids = idsOf(moved);
        try {
            spool.moveToBulk(ids);
            feedOf(Priority.BULK).holdAll(ids);
            feedOf(Priority.LIVE).release(ids, false);
        } catch (StoreUnavailableException stayInTheLiveWindow) {
            // The queue has them on the bulk lane; they leave the live window when they are judged.
        }
        return moved;
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        letters.keepLetter(letter);
        queue.buryDelivery(letter);
    }

    /** Stops feeding; envelopes on the spool stay there. */
    @Override
    public void close() {
        feeds.values().forEach(SpoolFeed::close);
    }

    /** Sends a dead letter that is on the spool again: now, or when the window has a place. */
    private void sendAgain(SealedEnvelope envelope) {
        bytes.addAndGet(bytesOf(envelope));
        var _ = sendOrLeave(List.of(envelope));
    }

    /** Removes judged envelopes. One that could not be removed is sent again, so that its place in the window is not lost. */
    private void forgetDone(List<Delivery> done) {
        List<UUID> ids = idsOf(done);
        letters.forgetRedriven(ids);
        var _ = spool.removeJudged(ids).whenComplete((removed, failure) -> {
            if (failure != null) {
                feeds.values().forEach(feed -> feed.release(ids, true));
            } else {
                free(removed);
            }
        });
    }

    /** Removes refused envelopes. One that stays on the spool is only scanned without need. */
    private void forgetRefused(List<SealedEnvelope> batch, @Nullable SendResult result, @Nullable Throwable failure) {
        List<UUID> refused = failure != null
                ? batch.stream().map(SealedEnvelope::id).toList()
                : result == null ? List.of() : List.copyOf(result.refused().keySet());
        if (!refused.isEmpty()) {
            var _ = spool.removeEnvelopes(refused).whenComplete((removed, notRemoved) -> {
                if (notRemoved != null) {
                    feeds.values().forEach(feed -> feed.release(refused, true));
                } else {
                    free(removed);
                }
            });
        }
    }

    private void free(Removed removed) {
        bytes.addAndGet(-removed.bytes());
        feeds.values().forEach(feed -> feed.release(removed.envelopes(), false));
    }

    private SpoolFeed<UUID> feedOf(Priority lane) {
        return Objects.requireNonNull(feeds.get(lane));
    }

    private static long bytesOf(SealedEnvelope envelope) {
        return envelope.body().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The ids of envelopes; a delivery that is no envelope was never on the spool and is left out. */
    private static List<UUID> idsOf(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(Delivery::body)
                .flatMap(body -> idOf(body).stream())
                .toList();
    }

    private static Optional<UUID> idOf(String body) {
        try {
            return Optional.of(EnvelopeCodec.idOf(body));
        } catch (MalformedEnvelopeException e) {
            return Optional.empty();
        }
    }
}
