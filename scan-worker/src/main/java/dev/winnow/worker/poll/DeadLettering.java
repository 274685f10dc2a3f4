package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictStore.SaveOutcome;
import dev.winnow.yara.RuleSet;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the work on an envelope that failed too often: its messages get {@code failed} with the reason, and the envelope goes among the
 * dead letters.
 */
final class DeadLettering {
    /** The failure that is the last; SQS's own redrive, at 20 receives, is only the backstop. */
    static final int AT_RECEIVE = 5;

    private static final Logger log = LoggerFactory.getLogger(DeadLettering.class);

    private final VerdictStore store;
    private final StoreGate gate;
    private final EnvelopeQueue queue;
    private final VerdictListener listener;
    private final Clock clock;

    DeadLettering(VerdictStore store, StoreGate gate, EnvelopeQueue queue, VerdictListener listener, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.queue = queue;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Gives a delivery up; it can be acknowledged afterwards.
     *
     * @param envelope null when the body is not readable: then no verdict can be saved
     */
    void giveUp(Delivery delivery, @Nullable Envelope envelope, String reason, String ruleset)
            throws InterruptedException {
        // The messages of a rescan have verdicts, which stand.
        if (envelope != null && !envelope.isRescan()) {
            saveFailed(envelope, reason, ruleset);
        }
        queue.buryDelivery(new DeadLetter(delivery, reason, clock.instant(), ruleset));
        log.error("An envelope failed {} times and is among the dead letters now: {}", delivery.receiveCount(), reason);
    }

    private void saveFailed(Envelope envelope, String reason, String ruleset) throws InterruptedException {
        try {
            EnvelopeVerdicts failed = failRemaining(envelope, reason, ruleset);
            switch (gate.callStore(() -> store.saveVerdicts(failed))) {
                case SaveOutcome.Saved _ -> {
                    listener.onFirstSaved(envelope, failed);
                    listener.onSaved(envelope, failed);
                }
                case SaveOutcome.AlreadySaved(EnvelopeVerdicts stored) -> listener.onSaved(envelope, stored);
            }
        } catch (StoreUnavailableException | QueueUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // An envelope that no store can hold is not ours: among the dead letters it can be looked at.
            log.error("The failed verdicts of envelope {} cannot be stored", envelope.id(), e);
        }
    }

    private EnvelopeVerdicts failRemaining(Envelope envelope, String reason, String ruleset) {
        List<SlotVerdict> slots = envelope.slots().stream()
                .map(slot -> new SlotVerdict(
                        new Verdict.Failed(reason), slot.message().clientRef(), slot.acceptedAt()))
                .toList();
        return new EnvelopeVerdicts(envelope.id(), 1, ruleset, RuleSet.ENGINE_VERSION, clock.instant(), slots);
    }
}
