package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.worker.scan.SlotScreen;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the text that brings the process down. An envelope that came too often is scanned while nothing else is, and each slot is marked
 * in the store before it is scanned: the delivery after a crash finds the mark and fails that slot unscanned. A kill from outside in
 * just that moment costs a good message its verdict, never more. Any thread.
 */
final class PoisonIsolation {
    /** How often an envelope is delivered before it is under suspicion. */
    static final int FROM_RECEIVE = 3;

    private static final Logger log = LoggerFactory.getLogger(PoisonIsolation.class);

    private final ScanPool scans;
    private final CrashMarks marks;
    private final StoreGate store;
    private final ReadWriteLock alone = new ReentrantReadWriteLock(true);

    PoisonIsolation(ScanPool scans, CrashMarks marks, StoreGate store) {
        this.scans = scans;
        this.marks = marks;
        this.store = store;
    }

    /** Scans with others at a time. */
    EnvelopeVerdicts scanIsolated(Envelope envelope, SlotScreen screen)
            throws InterruptedException, ExecutionException {
        alone.readLock().lockInterruptibly();
        try {
            return scans.scanEnvelope(envelope, screen);
        } finally {
            alone.readLock().unlock();
        }
    }

    /** Scans alone and with marks. */
    EnvelopeVerdicts scanAlone(Envelope envelope, SlotScreen screen) throws InterruptedException, ExecutionException {
        UUID id = envelope.id();
        Set<Integer> bad = store.callStore(() -> marks.findMarks(id));
        if (!bad.isEmpty()) {
            log.error("An earlier scan did not end: the messages in slots {} are not scanned again", bad);
        }
        alone.writeLock().lockInterruptibly();
        try {
            EnvelopeVerdicts verdicts =
                    scans.scanEnvelope(envelope, screen.thenScreen((slot, _) -> markOrFail(id, slot, bad)));
            markSlots(id, bad);
            return verdicts;
        } finally {
            alone.writeLock().unlock();
        }
    }

    private Optional<Verdict> markOrFail(UUID envelope, int slot, Set<Integer> bad) {
        if (bad.contains(slot)) {
            return Optional.of(
                    new Verdict.Failed("an earlier scan of this message did not end; it is not tried again"));
        }
        Set<Integer> next = new HashSet<>(bad);
        next.add(slot);
        markSlots(envelope, next);
        return Optional.empty();
    }

    private void markSlots(UUID envelope, Set<Integer> slots) {
        try {
            boolean _ = store.callStore(() -> {
                marks.markSlots(envelope, slots);
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while marking slots of envelope " + envelope, e);
        }
    }
}
