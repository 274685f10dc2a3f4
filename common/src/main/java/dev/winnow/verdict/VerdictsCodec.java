package dev.winnow.verdict;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.RuleTable.StoredRule;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Encodes the verdicts of an envelope as one binary item, in which the name and title of a matched rule stand once. A clean slot takes two
 * bytes plus its clientRef; rules in shadow add 3 bytes and a number for each rule to a slot. Stateless; any thread.
 */
public final class VerdictsCodec {
    /** An item without rules in shadow. */
    static final int VERSION = 1;

    /** An item in which a slot has rules in shadow; only readers of this release understand it. */
    static final int VERSION_WITH_SHADOW = 2;

    static final int KIND_JUDGED = 0;
    static final int KIND_FAILED = 1;
    static final int KIND_EXPIRED = 2;
    static final int KIND_MASK = 0b11;
    static final int CATEGORY_SHIFT = 2;
    static final int CATEGORY_MASK = 0b11;
    static final int HAS_CLIENT_REF = 1 << 4;
    static final int HAS_DETAIL = 1 << 5;
    static final int TRUNCATED = 1 << 6;
    static final int HAS_RESCAN = 1 << 7;

    /** Beside the number of the decider. */
    static final int HAS_SHADOW = 1 << 7;

    /** The categories by their stored number; new ones are added at the end only. */
    static final List<Category> CATEGORIES =
            List.of(Category.JUNK, Category.PROMOTION, Category.TRANSACTION, Category.CLEAN);

    static final List<DecidedBy> DECIDERS =
            List.of(DecidedBy.ALLOWED_SENDER, DecidedBy.PROTECTED, DecidedBy.BLOCKED_SENDER, DecidedBy.SCORE);

    static final List<View> VIEWS = List.of(View.RAW, View.FOLDED);

    private VerdictsCodec() {}

    /** Encodes an item. A slot beyond {@link ItemLimits} is cut and marked as truncated. */
    public static byte[] encode(EnvelopeVerdicts verdicts) {
        RuleTable rules = new RuleTable();
        List<SlotVerdict> slots = verdicts.slots().stream()
                .map(slot -> ItemLimits.fitLimits(slot, rules))
                .toList();
        List<Scan> rescans = slots.stream()
                .map(SlotVerdict::rescan)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ByteWriter out = new ByteWriter(64 + 4 * slots.size());
        boolean hasShadow =
                slots.stream().anyMatch(slot -> slot.verdict() instanceof Judged judged && judged.shadow() != null);
        out.writeOctet(hasShadow ? VERSION_WITH_SHADOW : VERSION).writeUnsigned(verdicts.revision());
        writeScan(out, new Scan(verdicts.ruleset(), verdicts.engine(), verdicts.scannedAt()));
        rules.writeTable(out);
        out.writeUnsigned(rescans.size());
        rescans.forEach(scan -> writeScan(out, scan));
        out.writeUnsigned(slots.size());
        long openedAt = Envelope.openedAtMillis(verdicts.envelope());
        slots.forEach(slot -> writeSlot(out, slot, openedAt, rules, rescans));
        return out.toBytes();
    }

    /**
     * Decodes the item of an envelope.
     *
     * @throws IllegalArgumentException if the bytes are no item of a known version
     */
    public static EnvelopeVerdicts decode(UUID envelope, byte[] item) {
        return new VerdictsReader(envelope, item).readItem();
    }

    private static void writeScan(ByteWriter out, Scan scan) {
        out.writeText(scan.ruleset())
                .writeText(scan.engine())
                .writeUnsigned(scan.at().toEpochMilli());
    }

    private static void writeSlot(
            ByteWriter out, SlotVerdict slot, long openedAt, RuleTable rules, List<Scan> rescans) {
        out.writeOctet(encodeHead(slot));
        out.writeSigned(slot.acceptedAt().toEpochMilli() - openedAt);
        if (slot.clientRef() != null) {
            out.writeText(slot.clientRef());
        }
        if (slot.rescan() != null) {
            out.writeUnsigned(rescans.indexOf(slot.rescan()));
        }
        switch (slot.verdict()) {
            case Failed(String reason) -> out.writeText(reason);
            case Expired(String reason) -> out.writeText(reason);
            case Judged judged -> {
                if (hasDetail(judged)) {
                    writeDetail(out, judged, rules);
                }
            }
        }
    }

    private static int encodeHead(SlotVerdict slot) {
        int extras = (slot.clientRef() == null ? 0 : HAS_CLIENT_REF) | (slot.rescan() == null ? 0 : HAS_RESCAN);
        return switch (slot.verdict()) {
            case Failed failed -> KIND_FAILED | extras;
            case Expired expired -> KIND_EXPIRED | extras;
            case Judged judged ->
                KIND_JUDGED
                        | (CATEGORIES.indexOf(judged.category()) << CATEGORY_SHIFT)
                        | extras
                        | (hasDetail(judged) ? HAS_DETAIL : 0)
                        | (judged.truncated() ? TRUNCATED : 0);
        };
    }

    private static boolean hasDetail(Judged judged) {
        return judged.score() != 0
                || judged.decidedBy() != DecidedBy.SCORE
                || !judged.matches().isEmpty()
                || !judged.incomplete().isEmpty()
                || judged.shadow() != null;
    }

    private static void writeDetail(ByteWriter out, Judged judged, RuleTable rules) {
        Shadow shadow = judged.shadow();
        int decider = DECIDERS.indexOf(judged.decidedBy());
        out.writeOctet(judged.score()).writeOctet(shadow == null ? decider : decider | HAS_SHADOW);
        if (shadow != null) {
            writeShadow(out, shadow, rules);
        }
        out.writeUnsigned(judged.matches().size());
        for (RuleMatch match : judged.matches()) {
            out.writeUnsigned(rules.numberOf(StoredRule.fromMatch(match))).writeOctet(VIEWS.indexOf(match.view()));
            out.writeUnsigned(match.spans().size());
            match.spans().forEach(span -> out.writeUnsigned(span.start()).writeUnsigned(span.end() - span.start()));
        }
        out.writeUnsigned(judged.incomplete().size());
        judged.incomplete().forEach(name -> out.writeUnsigned(rules.numberOf(StoredRule.fromName(name))));
    }

    private static void writeShadow(ByteWriter out, Shadow shadow, RuleTable rules) {
        int category = CATEGORIES.indexOf(shadow.category()) << CATEGORY_SHIFT;
        out.writeOctet(category | DECIDERS.indexOf(shadow.decidedBy())).writeOctet(shadow.score());
        out.writeUnsigned(shadow.rules().size());
        shadow.rules().forEach(name -> out.writeUnsigned(rules.numberOf(StoredRule.fromName(name))));
    }
}
