package dev.winnow.sqlite;

import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.sqlite.SqliteSpool.Removed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The envelopes of a lane on the spool, and their way to the queue. A damaged one is removed. Any thread.
 *
 * @param queue takes the envelopes
 * @param removed told about envelopes that left the spool
 */
record SpooledLane(EnvelopeQueue queue, SqliteSpool spool, Priority lane, Consumer<Removed> removed)
        implements SpoolFeed.Source<UUID> {
    private static final Logger log = LoggerFactory.getLogger(SpooledLane.class);

    @Override
    public List<UUID> listOldest(int limit) {
        return spool.listOldest(lane, limit);
    }

    @Override
    public Set<UUID> feed(List<UUID> envelopes) {
        Set<UUID> sent = new HashSet<>();
        for (int from = 0; from < envelopes.size(); from += EnvelopeQueue.MAX_BATCH) {
            List<UUID> ids = envelopes.subList(from, Math.min(from + EnvelopeQueue.MAX_BATCH, envelopes.size()));
            sent.addAll(sendBatch(dropDamaged(spool.find(lane, ids))));
        }
        return sent;
    }

    private List<SealedEnvelope> dropDamaged(List<SealedEnvelope> found) {
        List<SealedEnvelope> sound = new ArrayList<>();
        for (SealedEnvelope envelope : found) {
            if (isSound(envelope)) {
                sound.add(envelope);
            } else {
                log.error(
                        "Envelope {} is damaged on the spool and was removed; its messages read as failed",
                        envelope.id());
                removed.accept(spool.giveUp(envelope));
            }
        }
        return sound;
    }

    private static boolean isSound(SealedEnvelope envelope) {
        try {
            return EnvelopeCodec.decode(envelope.body()).id().equals(envelope.id());
        } catch (MalformedEnvelopeException | RuntimeException e) {
            return false;
        }
    }

    private Set<UUID> sendBatch(List<SealedEnvelope> batch) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        SendResult result;
        try {
            result = queue.sendBatch(batch).join();
        } catch (CompletionException | CancellationException e) {
            throw new QueueUnavailableException(
                    "the queue did not take " + batch.size() + " envelopes from the spool: "
                            + (e.getCause() == null ? e : e.getCause()),
                    e);
        }
        if (!result.refused().isEmpty()) {
            throw new QueueUnavailableException(
                    "the queue refused envelopes that were accepted before: " + result.refused(),
                    new IllegalStateException("refused"));
        }
        return result.confirmed();
    }
}
