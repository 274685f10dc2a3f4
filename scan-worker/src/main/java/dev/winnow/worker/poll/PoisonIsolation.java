package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.EnvelopeScan;
import dev.winnow.worker.scan.ScanPool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the text that brings the process down. Each slot of an envelope that came too often is marked in the store and scanned while
 * nothing else is: the delivery after a crash finds the mark and fails that slot unscanned. A kill from outside in
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

    /**
     * Scans while other envelopes are scanned too.
     *
     * @param decided the verdicts of slots that are not to be scanned, by position
     */
    EnvelopeVerdicts scanWithOthers(Envelope envelope, Map<Integer, Verdict> decided)
            throws InterruptedException, ExecutionException {
        alone.readLock().lockInterruptibly();
        try {
            return scans.scanEnvelope(envelope, decided);
        } finally {
            alone.readLock().unlock();
        }
    }

    /**
     * Scans slot by slot, each alone and marked before it is scanned. Waits for the store on the calling thread, never on a scan thread.
     *
     * @param decided the verdicts of slots that are not to be scanned, by position
     */
    EnvelopeVerdicts scanAlone(Envelope envelope, Map<Integer, Verdict> decided)
            throws InterruptedException, ExecutionException {
        UUID id = envelope.id();
        Set<Integer> bad = store.callStore(() -> marks.findMarks(id));
        if (!bad.isEmpty()) {
            log.error("An earlier scan did not end: the messages in slots {} are not scanned again", bad);
        }
        try (EnvelopeScan scan = scans.openScan(envelope, addFailed(decided, bad))) {
            while (scan.hasNext()) {
                scanNextSlotAlone(scan, id, bad);
            }
            return scan.collectVerdicts();
        }
    }

    /** Lets others scan between two slots. The mark is gone by then, so that no text but the marked one can be blamed on it. */
    private void scanNextSlotAlone(EnvelopeScan scan, UUID id, Set<Integer> bad)
            throws InterruptedException, ExecutionException {
        Set<Integer> marked = new HashSet<>(bad);
        marked.add(scan.nextSlot());
        alone.writeLock().lockInterruptibly();
        try {
            markSlots(id, marked);
            scans.scanNextSlot(scan);
            markSlots(id, bad);
        } finally {
            alone.writeLock().unlock();
        }
    }

    private static Map<Integer, Verdict> addFailed(Map<Integer, Verdict> decided, Set<Integer> bad) {
        Map<Integer, Verdict> all = new HashMap<>(decided);
        bad.forEach(slot -> all.putIfAbsent(
                slot, new Verdict.Failed("an earlier scan of this message did not end; it is not tried again")));
        return all;
    }

    private void markSlots(UUID envelope, Set<Integer> slots) throws InterruptedException {
        boolean _ = store.callStore(() -> {
            marks.markSlots(envelope, slots);
            return true;
        });
    }
}
