package dev.winnow.worker.scan;

import dev.winnow.message.Envelope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.yara.RuleSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Scans envelopes on a fixed number of platform threads, because a native call holds the thread it runs on. A whole envelope is judged
 * by one rule set. Any thread may ask; it waits for its turn.
 */
public final class ScanPool implements AutoCloseable {
    private final MessageScanners scanners;
    private final TenantDirectory tenants;
    private final Clock clock;
    private final ExecutorService threads;

    /**
     * Starts the threads.
     *
     * @param size how many scans run at once, at least 1; one a core is right
     */
    public ScanPool(MessageScanners scanners, TenantDirectory tenants, Clock clock, int size) {
        this.scanners = scanners;
        this.tenants = tenants;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("scan-", 0).factory());
    }

    /**
     * The verdicts of an envelope, first revision.
     *
     * @param screen may decide on slots before they are scanned
     * @throws ExecutionException if scanning broke as such, or the screen did; a text that breaks a rule is a verdict, not an exception
     */
    public EnvelopeVerdicts scanEnvelope(Envelope envelope, SlotScreen screen)
            throws InterruptedException, ExecutionException {
        return threads.submit(() -> scanNow(envelope, screen)).get();
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

    private EnvelopeVerdicts scanNow(Envelope envelope, SlotScreen screen) {
        try (MessageScanner scanner = scanners.openScanner()) {
            List<SlotVerdict> verdicts = new ArrayList<>(envelope.slots().size());
            for (Envelope.Slot slot : envelope.slots()) {
                Verdict verdict = screen.decideBefore(verdicts.size(), slot)
                        .orElseGet(() -> scanner.scanMessage(slot.message(), settingsOf(slot.tenant())));
                verdicts.add(new SlotVerdict(verdict, slot.message().clientRef(), slot.acceptedAt()));
            }
            return new EnvelopeVerdicts(
                    envelope.id(), 1, scanner.ruleset(), RuleSet.ENGINE_VERSION, clock.instant(), verdicts);
        }
    }

    private TenantSettings settingsOf(String tenant) {
        return tenants.findTenant(tenant).map(Tenant::settings).orElse(TenantSettings.DEFAULT);
    }
}
