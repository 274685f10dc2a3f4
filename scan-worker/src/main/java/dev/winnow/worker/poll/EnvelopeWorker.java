package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictStore.SaveOutcome;
import dev.winnow.worker.scan.ScanPool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one delivery: decode, scan, save, and only then let it be acknowledged. A crash anywhere repeats work and loses none, because
 * the first saved outcome stands. Any thread; blocks.
 */
final class EnvelopeWorker {
    private static final Logger log = LoggerFactory.getLogger(EnvelopeWorker.class);

    private final ScanPool scans;
    private final VerdictStore store;
    private final StoreGate gate;
    private final PoisonIsolation suspects;
    private final Deadlines deadlines;
    private final DeadLettering givingUp;
    private final VerdictListener listener;
    private final WorkerMetrics metrics;

    EnvelopeWorker(
            ScanPool scans,
            VerdictStore store,
            StoreGate gate,
            PoisonIsolation suspects,
            Deadlines deadlines,
            DeadLettering givingUp,
            VerdictListener listener,
            WorkerMetrics metrics) {
        this.scans = scans;
        this.store = store;
        this.gate = gate;
        this.suspects = suspects;
        this.deadlines = deadlines;
        this.givingUp = givingUp;
        this.listener = listener;
        this.metrics = metrics;
    }

    /** Whether the delivery is done and can be acknowledged. */
    boolean workOn(Delivery delivery) {
        metrics.entered();
        try {
            metrics.recordReceive(delivery);
            return decodeAndFinish(delivery);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            log.warn("Could not finish an envelope; it stays on the queue and comes again", e);
            return false;
        } finally {
            EnvelopeContext.clearTraces();
            metrics.recordLeave();
        }
    }

    private boolean decodeAndFinish(Delivery delivery) throws InterruptedException {
        @Nullable Envelope envelope = null;
        try {
            envelope = EnvelopeCodec.decode(delivery.body());
            EnvelopeContext.setTraces(envelope);
            metrics.recordEnvelope(delivery, envelope);
            finishEnvelope(delivery, envelope);
            return true;
        } catch (MalformedEnvelopeException e) {
            return giveUpInTheEnd(delivery, null, String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            return giveUpInTheEnd(delivery, envelope, "scanning broke: " + e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            return giveUpInTheEnd(delivery, envelope, e.toString());
        }
    }

    private void finishEnvelope(Delivery delivery, Envelope envelope) throws InterruptedException, ExecutionException {
        if (envelope.isRescan()) {
            rescan(envelope, scan(delivery, envelope, Map.of()));
            return;
        }
        if (delivery.receiveCount() > 1 && !delivery.redriven() && tellsStored(envelope)) {
            return;
        }
        Map<Integer, Verdict> expired = deadlines.findExpired(delivery, envelope);
        EnvelopeVerdicts verdicts = scan(delivery, envelope, expired);
        switch (gate.callStore(() -> store.saveVerdicts(verdicts))) {
            case SaveOutcome.Saved _ -> {
                log.debug("{} verdicts are saved", verdicts.slots().size());
                metrics.recordSave(verdicts);
                ScanFaults.logFaults(envelope, verdicts);
                listener.onFirstSaved(envelope, verdicts);
                listener.onSaved(envelope, verdicts);
            }
            case SaveOutcome.AlreadySaved(EnvelopeVerdicts stored) -> {
                if (delivery.redriven()) {
                    gate.callStore(() -> store.changeSlots(envelope.id(), Redrive.replacingFailed(verdicts)))
                            .ifPresent(changed -> listener.onChanged(VerdictListener.messagesOf(envelope), changed));
                } else {
                    listener.onSaved(envelope, stored);
                }
            }
        }
    }

    private EnvelopeVerdicts scan(Delivery delivery, Envelope envelope, Map<Integer, Verdict> decided)
            throws InterruptedException, ExecutionException {
        return delivery.receiveCount() >= PoisonIsolation.FROM_RECEIVE
                ? suspects.scanAlone(envelope, decided)
                : suspects.scanWithOthers(envelope, decided);
    }

    /** Replaces verdicts whose category is another now. A second delivery finds them replaced, and announces them once more. */
    private void rescan(Envelope envelope, EnvelopeVerdicts fresh) throws InterruptedException {
        for (Rescan rescan : Rescan.groupByOrigin(envelope, fresh)) {
            gate.callStore(() -> store.changeSlots(rescan.envelope(), rescan::replaceVerdicts))
                    .ifPresent(changed -> listener.onChanged(rescan.findChanged(changed), changed));
        }
    }

    /** Announces stored verdicts again instead of scanning again: the first outcome stands, and its announcement may have been lost. */
    private boolean tellsStored(Envelope envelope) throws InterruptedException {
        EnvelopeVerdicts stored =
                gate.callStore(() -> store.findVerdicts(List.of(envelope.id()))).get(envelope.id());
        if (stored != null) {
            listener.onSaved(envelope, stored);
        }
        return stored != null;
    }

    private boolean giveUpInTheEnd(Delivery delivery, @Nullable Envelope envelope, String reason)
            throws InterruptedException {
        metrics.recordFailure();
        if (delivery.receiveCount() < DeadLettering.AT_RECEIVE) {
            log.warn(
                    "Receive {} of an envelope failed; it stays on the queue and comes again: {}",
                    delivery.receiveCount(),
                    reason);
            return false;
        }
        givingUp.giveUp(delivery, envelope, reason, scans.ruleset());
        metrics.buried();
        return true;
    }
}
