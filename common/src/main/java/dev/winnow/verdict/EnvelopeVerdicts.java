package dev.winnow.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All verdicts of an envelope: what the store keeps as one item. Immutable; any thread.
 *
 * @param envelope the envelope's UUIDv7
 * @param revision 1 for the first outcome, one more for every later change
 * @param ruleset the version of the rule set that judged: label and content hash
 * @param engine the engine's name and version, for example {@code yara 4.5.8}
 * @param scannedAt when the scan ended, by the worker's clock, in milliseconds
 * @param slots one verdict a slot, in the envelope's order
 */
public record EnvelopeVerdicts(
        UUID envelope, int revision, String ruleset, String engine, Instant scannedAt, List<SlotVerdict> slots) {
    public EnvelopeVerdicts {
        if (revision < 1) {
            throw new IllegalArgumentException("a revision is 1 or more, is " + revision);
        }
        slots = List.copyOf(slots);
    }

    /** What judged this slot: the envelope's scan, or the later one that replaced its outcome. */
    public Scan scanOf(int slot) {
        Scan rescan = slots.get(slot).rescan();
        return rescan == null ? new Scan(ruleset, engine, scannedAt) : rescan;
    }

    /** The next revision, with these slots. */
    public EnvelopeVerdicts changedTo(List<SlotVerdict> changed) {
        return new EnvelopeVerdicts(envelope, revision + 1, ruleset, engine, scannedAt, changed);
    }
}
