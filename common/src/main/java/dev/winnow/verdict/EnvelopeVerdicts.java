package dev.winnow.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All verdicts of an envelope, which the store keeps as one item. Immutable; any thread.
 *
 * @param envelope the envelope's UUIDv7
 * @param revision 1 for the first outcome, one more for every later change
 * @param ruleset the version of the rule set: label and content hash
 * @param engine the engine's name and version, for example {@code yara 4.5.8}
 * @param scannedAt the end of the scan, by the worker's clock, in milliseconds
 * @param slots one verdict for each slot, in the order of the envelope
 */
public record EnvelopeVerdicts(
        UUID envelope, int revision, String ruleset, String engine, Instant scannedAt, List<SlotVerdict> slots) {
    public EnvelopeVerdicts {
        if (revision < 1) {
            throw new IllegalArgumentException("a revision is 1 or more, is " + revision);
        }
        slots = List.copyOf(slots);
    }

    /** The scan that judged a slot: the scan of the envelope, or a later scan that replaced the outcome. */
    public Scan scanOf(int slot) {
        Scan rescan = slots.get(slot).rescan();
        return rescan == null ? new Scan(ruleset, engine, scannedAt) : rescan;
    }

    /** Makes the next revision, with these slots. */
    public EnvelopeVerdicts changedTo(List<SlotVerdict> changed) {
        return new EnvelopeVerdicts(envelope, revision + 1, ruleset, engine, scannedAt, changed);
    }
}
