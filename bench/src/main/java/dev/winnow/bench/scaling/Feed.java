package dev.winnow.bench.scaling;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.winnow.lab.load.MessageMix;
import dev.winnow.lab.simulate.FleetSettings;
import dev.winnow.lab.simulate.Trace;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Sends envelopes at the rates of a trace, with the simulator's randomness. One thread sends; any thread may read the counts. */
final class Feed {
    /** An envelope that the queue has confirmed. */
    record Sent(UUID id, Instant accepted, int sms) {}

    private static final String TENANT = "bench";
    private static final int JUNK_PERCENT = 10;

    private final EnvelopeQueue queue;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final MessageMix mix = new MessageMix(1, JUNK_PERCENT);
    private final Random random = new Random(2);
    private final List<Sent> sent = new ArrayList<>();
    private final List<CompletableFuture<SendResult>> confirmations = new ArrayList<>();
    private final AtomicLong envelopes = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();

    Feed(EnvelopeQueue queue) {
        this.queue = queue;
    }

    /** Sends the whole trace and returns when the last envelope is confirmed. */
    void followTrace(Trace trace, FleetSettings settings, FastClock clock) throws InterruptedException {
        double due = 0;
        while (due < trace.seconds()) {
            clock.sleepUntil(due);
            double rate = trace.quiet().applyAsDouble(due);
            int sms = settings.envelopeSize(rate);
            sendEnvelope(sms);
            due += -Math.log(1 - random.nextDouble()) * sms / rate;
        }
        confirmAll();
    }

    /** Sends one envelope; {@link #confirmAll} waits for it. */
    void sendEnvelope(int sms) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        EnvelopeDraft draft = new EnvelopeDraft(ids.generate(), TENANT, Priority.LIVE);
        for (int slot = 0; slot < sms; slot++) {
            SmsMessage message = SmsMessage.ofText(mix.nextText());
            draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot(TENANT, message, now)));
        }
        SealedEnvelope envelope = draft.sealDraft();
        confirmations.add(queue.sendBatch(List.of(envelope)));
        sent.add(new Sent(envelope.id(), now, sms));
        envelopes.incrementAndGet();
        messages.addAndGet(sms);
    }

    /** Returns when everything that was sent is on the queue. */
    void confirmAll() {
        for (CompletableFuture<SendResult> each : confirmations) {
            if (!each.join().refused().isEmpty()) {
                throw new IllegalStateException(
                        "the queue refused an envelope: " + each.join().refused());
            }
        }
    }

    long envelopes() {
        return envelopes.get();
    }

    long messages() {
        return messages.get();
    }

    /** All envelopes, to be read after the last send. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }
}
