package dev.winnow.worker.scan;

import dev.winnow.message.Envelope;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Scans envelopes on a fixed number of platform threads, because a native call holds the thread it runs on. A whole envelope is judged
 * by one rule set. The fairness group that has used the least scan time in the last seconds goes first, and an envelope that takes
 * longer than a slice of time waits for its next turn between two slots: slow texts of one tenant hold up that tenant only. A scan
 * thread waits for nothing but work. Any thread may ask; it waits for its turn.
 */
public final class ScanPool implements AutoCloseable {
    /** Several hundred ordinary messages, so that ordinary envelopes are scanned in one go. */
    private static final Duration SLICE = Duration.ofMillis(20);

    private final MessageScanners scanners;
    private final TenantDirectory tenants;
    private final Clock clock;
    private final long sliceNanos;
    private final ExecutorService threads;
    private final ScanTurns<Job> turns = new ScanTurns<>(System::nanoTime);

    /** Slots to scan, at most so many. */
    private static final class Job {
        private final EnvelopeScan scan;
        private final CompletableFuture<Void> finished = new CompletableFuture<>();
        private int slotsLeft;

        Job(EnvelopeScan scan, int slots) {
            this.scan = scan;
            this.slotsLeft = slots;
        }
    }

    /**
     * Starts the threads.
     *
     * @param size how many scans run at once, at least 1; one a core is right
     */
    public ScanPool(MessageScanners scanners, TenantDirectory tenants, Clock clock, int size) {
        this(scanners, tenants, clock, size, SLICE);
    }

    /**
     * Starts the threads with slices of another length.
     *
     * @param slice after which an envelope waits for its next turn; zero for after each slot
     */
    ScanPool(MessageScanners scanners, TenantDirectory tenants, Clock clock, int size, Duration slice) {
        this.scanners = scanners;
        this.tenants = tenants;
        this.clock = clock;
        this.sliceNanos = slice.toNanos();
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("scan-", 0).factory());
    }

    /**
     * Scans an envelope and returns its verdicts, first revision.
     *
     * @param decided the verdicts of slots that are not to be scanned, by position
     * @throws ExecutionException if scanning broke as such; a text that breaks a rule is a verdict, not an exception
     */
    public EnvelopeVerdicts scanEnvelope(Envelope envelope, Map<Integer, Verdict> decided)
            throws InterruptedException, ExecutionException {
        EnvelopeScan scan = openScan(envelope, decided);
        CompletableFuture<EnvelopeVerdicts> verdicts =
                submitJob(new Job(scan, Envelope.MAX_SLOTS)).thenApply(_ -> scan.collectVerdicts());
        // Not when this thread leaves: it may be interrupted while a scan thread still uses the rule set.
        return verdicts.whenComplete((_, _) -> scan.close()).get();
    }

    /**
     * Prepares the scan of an envelope slot by slot, for {@link #scanNextSlot}.
     *
     * @param decided the verdicts of slots that are not to be scanned, by position
     */
    public EnvelopeScan openScan(Envelope envelope, Map<Integer, Verdict> decided) {
        return new EnvelopeScan(scanners, tenants, clock, envelope, decided);
    }

    /**
     * Scans one slot. An interrupted caller waits for the end of it too, so that the caller may close the scan.
     *
     * @throws ExecutionException if scanning broke as such
     */
    public void scanNextSlot(EnvelopeScan scan) throws InterruptedException, ExecutionException {
        CompletableFuture<Void> finished = submitJob(new Job(scan, 1));
        try {
            finished.get();
        } catch (InterruptedException e) {
            finished.handle((_, _) -> true).join();
            throw e;
        }
    }

    /** The version of the rule set that is live now. */
    public String ruleset() {
        return scanners.ruleset();
    }

    /** Finishes the scans under way. */
    @Override
    public void close() {
        threads.close();
    }

    int countWaiting() {
        return turns.countWaiting();
    }

    private CompletableFuture<Void> submitJob(Job job) {
        turns.add(job.scan.fairnessGroup(), job);
        threads.execute(this::finishOneJob);
        return job.finished;
    }

    /** Each submitted job has one call of this: as many jobs are finished as were submitted, in the order of their turns. */
    private void finishOneJob() {
        while (true) {
            Job job = turns.takeNext();
            long begin = System.nanoTime();
            boolean finished = runSlice(job, begin);
            turns.chargeGroup(job.scan.fairnessGroup(), System.nanoTime() - begin);
            if (finished) {
                return;
            }
            turns.add(job.scan.fairnessGroup(), job);
        }
    }

    private boolean runSlice(Job job, long begin) {
        try {
            while (job.slotsLeft > 0 && job.scan.hasNext()) {
                job.scan.scanNext();
                job.slotsLeft--;
                if (System.nanoTime() - begin >= sliceNanos && job.slotsLeft > 0 && job.scan.hasNext()) {
                    return false;
                }
            }
            job.finished.complete(null);
        } catch (Throwable broken) {
            job.finished.completeExceptionally(broken);
        }
        return true;
    }
}
