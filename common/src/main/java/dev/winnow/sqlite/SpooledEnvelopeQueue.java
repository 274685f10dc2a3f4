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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes envelopes to the spool before it sends them through a queue that may forget them. One that is worked on, whose verdicts are
 * stored and told, leaves the spool; one that is sent twice is judged once, because the first outcome stands. Any thread.
 */
final class SpooledEnvelopeQueue implements EnvelopeQueue {
    private final EnvelopeQueue queue;
    private final SqliteSpool spool;

    private SpooledEnvelopeQueue(EnvelopeQueue queue, SqliteSpool spool) {
        this.queue = queue;
        this.spool = spool;
    }

    static SpooledEnvelopeQueue resuming(EnvelopeQueue queue, SqliteSpool spool) {
        List<SealedEnvelope> left = spool.all();
        for (int from = 0; from < left.size(); from += MAX_BATCH) {
            List<SealedEnvelope> batch = left.subList(from, Math.min(from + MAX_BATCH, left.size()));
            SendResult result = queue.send(batch).join();
            if (!result.refused().isEmpty()) {
                throw new QueueUnavailableException(
                        "the queue refused envelopes that an earlier run accepted: " + result.refused(),
                        new IllegalStateException("refused at start"));
            }
        }
        return new SpooledEnvelopeQueue(queue, spool);
    }

    @Override
    public CompletableFuture<SendResult> send(List<SealedEnvelope> batch) {
        return spool.add(batch)
                .handle((written, failure) -> {
                    if (failure != null) {
                        throw new QueueUnavailableException("the spool did not take the envelopes", failure);
                    }
                    return batch;
                })
                .thenCompose(queue::send)
                .whenComplete((result, failure) -> forgetRefused(batch, result, failure));
    }

    @Override
    public Subscription subscribe(Priority lane, DeliveryListener listener, int concurrency) {
        return queue.subscribe(lane, new ForgettingListener(listener, this::forget), concurrency);
    }

    @Override
    public List<Delivery> sideline(List<Delivery> old) {
        return queue.sideline(old);
    }

    @Override
    public void bury(DeadLetter letter) {
        queue.bury(letter);
    }

    /** What stays on the spool for want of a last write is only scanned in vain at the next start. */
    private void forget(List<Delivery> done) {
        var _ = spool.removeJudged(done.stream()
                .map(Delivery::body)
                .flatMap(body -> idOf(body).stream())
                .toList());
    }

    /** Empty for what is no envelope and so was never on the spool. */
    private static Optional<UUID> idOf(String body) {
        try {
            return Optional.of(EnvelopeCodec.idOf(body));
        } catch (MalformedEnvelopeException e) {
            return Optional.empty();
        }
    }

    /** What nobody was told to be accepted need not survive; should it stay on the spool after all, it is only scanned in vain. */
    private void forgetRefused(List<SealedEnvelope> batch, @Nullable SendResult result, @Nullable Throwable failure) {
        List<UUID> refused = failure != null
                ? batch.stream().map(SealedEnvelope::id).toList()
                : result == null ? List.of() : List.copyOf(result.refused().keySet());
        if (!refused.isEmpty()) {
            var _ = spool.remove(refused);
        }
    }
}
