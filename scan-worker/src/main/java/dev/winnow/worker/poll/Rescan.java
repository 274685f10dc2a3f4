package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Scan;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Messages of one envelope that were judged again. A verdict is replaced if its category is another now, or if the message could not be
 * judged before; a scan that failed replaces nothing. One thread.
 */
final class Rescan {
    private final UUID envelope;
    private final Scan scan;
    private final SortedMap<Integer, Envelope.Slot> messages = new TreeMap<>();
    private final SortedMap<Integer, Verdict> verdicts = new TreeMap<>();

    private Rescan(UUID envelope, Scan scan) {
        this.envelope = envelope;
        this.scan = scan;
    }

    /** The messages of an envelope by the envelopes in which they were first judged. */
    static List<Rescan> groupByOrigin(Envelope envelope, EnvelopeVerdicts fresh) {
        Map<UUID, Rescan> groups = new TreeMap<>();
        for (int i = 0; i < envelope.slots().size(); i++) {
            Envelope.Slot message = envelope.slots().get(i);
            Envelope.Origin origin = message.origin();
            if (origin != null) {
                Rescan group = groups.computeIfAbsent(origin.envelope(), id -> new Rescan(id, fresh.scanOf(0)));
                group.messages.put(origin.slot(), message);
                group.verdicts.put(origin.slot(), fresh.slots().get(i).verdict());
            }
        }
        return List.copyOf(groups.values());
    }

    /** The envelope in which the messages were first judged. */
    UUID envelope() {
        return envelope;
    }

    /** Makes the next verdicts from the stored ones. */
    List<SlotVerdict> replaceVerdicts(List<SlotVerdict> stored) {
        List<SlotVerdict> next = new ArrayList<>(stored);
        verdicts.forEach((slot, fresh) -> {
            if (slot < next.size() && isAnother(next.get(slot).verdict(), fresh)) {
                SlotVerdict old = next.get(slot);
                next.set(slot, new SlotVerdict(fresh, old.clientRef(), old.acceptedAt(), scan));
            }
        });
        return next;
    }

    /** The messages whose stored verdict these rules made in a rescan, this one or one before a crash. */
    SortedMap<Integer, Envelope.Slot> findChanged(EnvelopeVerdicts stored) {
        SortedMap<Integer, Envelope.Slot> changed = new TreeMap<>();
        messages.forEach((slot, message) -> {
            Scan rescan =
                    slot < stored.slots().size() ? stored.slots().get(slot).rescan() : null;
            if (rescan != null && rescan.ruleset().equals(scan.ruleset())) {
                changed.put(slot, message);
            }
        });
        return changed;
    }

    private static boolean isAnother(Verdict stored, Verdict fresh) {
        return fresh instanceof Verdict.Judged judged
                && !(stored instanceof Verdict.Judged before && before.category() == judged.category());
    }
}
