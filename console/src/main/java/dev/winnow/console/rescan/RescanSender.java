package dev.winnow.console.rescan;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.history.KeptMessage;
import dev.winnow.message.EncodedSlot;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Sends kept messages to the bulk lane, to be judged again. Calls block; any thread. */
final class RescanSender {
    /** The fairness group of all rescans, so that SQS lets the bulk mail of tenants pass. */
    private static final String GROUP = "rescan";

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final EnvelopeQueue queue;

    RescanSender(EnvelopeQueue queue) {
        this.queue = queue;
    }

    /**
     * Sends messages; returns when the queue has them.
     *
     * @throws QueueUnavailableException if the queue did not confirm; a repetition is safe
     */
    void send(List<KeptMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<SealedEnvelope> envelopes = pack(messages);
        for (int begin = 0; begin < envelopes.size(); begin += EnvelopeQueue.MAX_BATCH) {
            sendBatch(envelopes.subList(begin, Math.min(begin + EnvelopeQueue.MAX_BATCH, envelopes.size())));
        }
    }

    private void sendBatch(List<SealedEnvelope> batch) {
        try {
            SendResult result = queue.sendBatch(batch).join();
            if (!result.refused().isEmpty()) {
                throw new QueueUnavailableException(
                        "the queue refused envelopes of a rescan",
                        new IllegalStateException(result.refused().toString()));
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueueUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    private static List<SealedEnvelope> pack(List<KeptMessage> messages) {
        List<SealedEnvelope> envelopes = new ArrayList<>();
        EnvelopeDraft draft = newDraft();
        for (KeptMessage kept : messages) {
            EncodedSlot slot =
                    EnvelopeCodec.encode(kept.message().judgedAgain(new Envelope.Origin(kept.envelope(), kept.slot())));
            if (!draft.hasRoomFor(slot)) {
                envelopes.add(draft.sealDraft());
                draft = newDraft();
            }
            int _ = draft.addSlot(slot);
        }
        envelopes.add(draft.sealDraft());
        return envelopes;
    }

    private static EnvelopeDraft newDraft() {
        return new EnvelopeDraft(IDS.generate(), GROUP, Priority.BULK);
    }
}
