package dev.winnow.bench.pipeline;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.message.EncodedSlot;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Fills a queue with envelopes of one message each, as an outage or many single submits leave them. */
final class QueueFiller {
    private static final int SENDS_UNDER_WAY = 32;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private QueueFiller() {}

    /** Sends the envelopes and returns when all are confirmed. */
    static void fillQueue(EnvelopeQueue queue, int envelopes) {
        EncodedSlot slot = EnvelopeCodec.encode(new Envelope.Slot(
                "tenant-0", SmsMessage.ofText("See you at eight, platform nine?"), Instant.now(), null, null));
        Deque<CompletableFuture<SendResult>> sends = new ArrayDeque<>();
        for (int left = envelopes; left > 0; left -= EnvelopeQueue.MAX_BATCH) {
            List<SealedEnvelope> batch = IntStream.range(0, Math.min(left, EnvelopeQueue.MAX_BATCH))
                    .mapToObj(_ -> envelopeOf(slot))
                    .toList();
            sends.add(queue.sendBatch(batch));
            if (sends.size() == SENDS_UNDER_WAY) {
                sends.remove().join();
            }
        }
        sends.forEach(CompletableFuture::join);
    }

    private static SealedEnvelope envelopeOf(EncodedSlot slot) {
        EnvelopeDraft draft = new EnvelopeDraft(IDS.generate(), "small", Priority.LIVE);
        int _ = draft.addSlot(slot);
        return draft.sealDraft();
    }
}
