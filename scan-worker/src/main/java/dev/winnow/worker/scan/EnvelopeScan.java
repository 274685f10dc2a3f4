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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scan of one envelope, slot by slot and by one rule set from the first slot to the last. Its opener closes it. One
 * thread at a time.
 */
public final class EnvelopeScan implements AutoCloseable {
    private final MessageScanners scanners;
    private final TenantDirectory tenants;
    private final Clock clock;
    private final Envelope envelope;
    private final Map<Integer, Verdict> verdicts;
    private @Nullable MessageScanner scanner;
    private int next;

    EnvelopeScan(
            MessageScanners scanners,
            TenantDirectory tenants,
            Clock clock,
            Envelope envelope,
            Map<Integer, Verdict> decided) {
        this.scanners = scanners;
        this.tenants = tenants;
        this.clock = clock;
        this.envelope = envelope;
        this.verdicts = new TreeMap<>(decided);
        skipDecided();
    }

    /** Whether a slot is still to be scanned. */
    public boolean hasNext() {
        return next < envelope.slots().size();
    }

    /** The position of the slot that is scanned next, from 0. */
    public int nextSlot() {
        return next;
    }

    /**
     * The verdicts of all slots, first revision.
     *
     * @throws IllegalStateException if a slot is still to be scanned
     */
    public EnvelopeVerdicts collectVerdicts() {
        if (hasNext()) {
            throw new IllegalStateException("slot %d of envelope %s is not scanned yet".formatted(next, envelope.id()));
        }
        String ruleset = scanner == null ? scanners.ruleset() : scanner.ruleset();
        return new EnvelopeVerdicts(
                envelope.id(),
                1,
                ruleset,
                RuleSet.ENGINE_VERSION,
                clock.instant(),
                IntStream.range(0, envelope.slots().size())
                        .mapToObj(this::slotVerdict)
                        .toList());
    }

    /** Gives the rule set back. A second call does nothing. */
    @Override
    public void close() {
        if (scanner != null) {
            scanner.close();
        }
    }

    String fairnessGroup() {
        return envelope.fairnessGroup();
    }

    /** Scans one slot; called on a scan thread only. */
    void scanNext() {
        MessageScanner open = scanner;
        if (open == null) {
            open = scanners.openScanner();
            scanner = open;
        }
        Envelope.Slot slot = envelope.slots().get(next);
        TenantSettings settings = settingsOf(slot.tenant());
        verdicts.put(
                next,
                envelope.isRescan()
                        ? open.rescanMessage(slot.message(), envelope.hashOf(next), settings)
                        : open.scanMessage(slot.message(), envelope.hashOf(next), slot.tenant(), settings));
        skipDecided();
    }

    private void skipDecided() {
        while (hasNext() && verdicts.containsKey(next)) {
            next++;
        }
    }

    private SlotVerdict slotVerdict(int position) {
        Envelope.Slot slot = envelope.slots().get(position);
        Verdict verdict = verdicts.get(position);
        if (verdict == null) {
            throw new IllegalStateException("slot %d of envelope %s has no verdict".formatted(position, envelope.id()));
        }
        return new SlotVerdict(verdict, slot.message().clientRef(), slot.acceptedAt());
    }

    private TenantSettings settingsOf(String tenant) {
        return tenants.findTenant(tenant).map(Tenant::settings).orElse(TenantSettings.DEFAULT);
    }
}
