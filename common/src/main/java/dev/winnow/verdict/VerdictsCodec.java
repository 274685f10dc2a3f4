package dev.winnow.verdict;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verdicts as a store keeps them: one binary item per envelope, in which what the matched rules are called stands once. A clean slot
 * takes two bytes plus its clientRef. Stateless; any thread.
 */
public final class VerdictsCodec {
    static final int VERSION = 1;

    static final int KIND_JUDGED = 0;
    static final int KIND_FAILED = 1;
    static final int KIND_EXPIRED = 2;
    static final int KIND_MASK = 0b11;
    static final int CATEGORY_SHIFT = 2;
    static final int CATEGORY_MASK = 0b11;
    static final int HAS_CLIENT_REF = 1 << 4;
    static final int HAS_DETAIL = 1 << 5;
    static final int TRUNCATED = 1 << 6;

    /** What a stored number stands for, by position: append only. */
    static final List<Category> CATEGORIES =
            List.of(Category.JUNK, Category.PROMOTION, Category.TRANSACTION, Category.CLEAN);

    static final List<DecidedBy> DECIDERS =
            List.of(DecidedBy.ALLOWED_SENDER, DecidedBy.PROTECTED, DecidedBy.BLOCKED_SENDER, DecidedBy.SCORE);

    static final List<View> VIEWS = List.of(View.RAW, View.FOLDED);

    private VerdictsCodec() {}

    /** Encodes an item. */
    public static byte[] encode(EnvelopeVerdicts verdicts) {
        ByteWriter out = new ByteWriter(64 + 4 * verdicts.slots().size());
        out.octet(VERSION)
                .unsigned(verdicts.revision())
                .text(verdicts.ruleset())
                .text(verdicts.engine())
                .unsigned(verdicts.scannedAt().toEpochMilli());
        Map<StoredRule, Integer> rules = number(verdicts.slots());
        out.unsigned(rules.size());
        rules.keySet().forEach(rule -> out.text(rule.name()).text(rule.title()).signed(rule.weight()));
        out.unsigned(verdicts.slots().size());
        long openedAt = Envelope.openedAtMillis(verdicts.envelope());
        verdicts.slots().forEach(slot -> writeSlot(out, slot, openedAt, rules));
        return out.toBytes();
    }

    /**
     * Decodes the item of an envelope.
     *
     * @throws IllegalArgumentException if the bytes are not an item of a version this code knows
     */
    public static EnvelopeVerdicts decode(UUID envelope, byte[] item) {
        return new VerdictsReader(envelope, item).read();
    }

    /** What an item keeps of a rule, once. */
    record StoredRule(String name, String title, int weight) {
        static StoredRule of(RuleMatch match) {
            return new StoredRule(match.rule(), match.title(), match.weight());
        }
    }

    private static Map<StoredRule, Integer> number(List<SlotVerdict> slots) {
        Map<StoredRule, Integer> rules = new LinkedHashMap<>();
        for (SlotVerdict slot : slots) {
            if (slot.verdict() instanceof Judged judged) {
                judged.matches().forEach(match -> rules.putIfAbsent(StoredRule.of(match), rules.size()));
            }
        }
        return rules;
    }

    private static void writeSlot(ByteWriter out, SlotVerdict slot, long openedAt, Map<StoredRule, Integer> rules) {
        out.octet(head(slot));
        out.signed(slot.acceptedAt().toEpochMilli() - openedAt);
        if (slot.clientRef() != null) {
            out.text(slot.clientRef());
        }
        switch (slot.verdict()) {
            case Failed(String reason) -> out.text(reason);
            case Expired(String reason) -> out.text(reason);
            case Judged judged -> {
                if (hasDetail(judged)) {
                    writeDetail(out, judged, rules);
                }
            }
        }
    }

    private static int head(SlotVerdict slot) {
        int clientRef = slot.clientRef() == null ? 0 : HAS_CLIENT_REF;
        return switch (slot.verdict()) {
            case Failed failed -> KIND_FAILED | clientRef;
            case Expired expired -> KIND_EXPIRED | clientRef;
            case Judged judged ->
                KIND_JUDGED
                        | (CATEGORIES.indexOf(judged.category()) << CATEGORY_SHIFT)
                        | clientRef
                        | (hasDetail(judged) ? HAS_DETAIL : 0)
                        | (judged.truncated() ? TRUNCATED : 0);
        };
    }

    private static boolean hasDetail(Judged judged) {
        return judged.score() != 0
                || judged.decidedBy() != DecidedBy.SCORE
                || !judged.matches().isEmpty()
                || !judged.incomplete().isEmpty();
    }

    private static void writeDetail(ByteWriter out, Judged judged, Map<StoredRule, Integer> rules) {
        out.octet(judged.score()).octet(DECIDERS.indexOf(judged.decidedBy()));
        out.unsigned(judged.matches().size());
        for (RuleMatch match : judged.matches()) {
            out.unsigned(rules.getOrDefault(StoredRule.of(match), 0)).octet(VIEWS.indexOf(match.view()));
            out.unsigned(match.spans().size());
            match.spans().forEach(span -> out.unsigned(span.start()).unsigned(span.end() - span.start()));
        }
        out.unsigned(judged.incomplete().size());
        judged.incomplete().forEach(out::text);
    }
}
