package dev.winnow.verdict;

import dev.winnow.verdict.RuleTable.StoredRule;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cuts verdicts to the limits of an item. With {@link RuleTable#MAX_BYTES} these limits keep the largest legal item (200 slots of the largest
 * size) under 100 KB. Stateless; any thread.
 */
final class ItemLimits {
    static final int MAX_REASON_BYTES = 180;
    static final int MAX_INCOMPLETE = 8;

    private ItemLimits() {}

    /** Cuts a slot to the limits, and adds its rules to the table. */
    static SlotVerdict fitLimits(SlotVerdict slot, RuleTable rules) {
        Verdict fitting = switch (slot.verdict()) {
            case Judged judged -> fitLimits(judged, rules);
            case Failed(String reason) -> new Failed(cutReason(reason));
            case Expired(String reason) -> new Expired(cutReason(reason));
        };
        return fitting.equals(slot.verdict())
                ? slot
                : new SlotVerdict(fitting, slot.clientRef(), slot.acceptedAt(), slot.rescan());
    }

    private static Judged fitLimits(Judged judged, RuleTable rules) {
        if (judged.matches().isEmpty() && judged.incomplete().isEmpty() && judged.shadow() == null) {
            return judged;
        }
        List<RuleMatch> matches = judged.matches().stream()
                .filter(match -> rules.admitRule(StoredRule.fromMatch(match)))
                .toList();
        List<String> incomplete = judged.incomplete().stream()
                .limit(MAX_INCOMPLETE)
                .filter(name -> rules.admitRule(StoredRule.fromName(name)))
                .toList();
        @Nullable Shadow shadow = judged.shadow() == null ? null : fitLimits(judged.shadow(), rules);
        boolean cut = matches.size() < judged.matches().size()
                || incomplete.size() < judged.incomplete().size();
        return cut || !Objects.equals(shadow, judged.shadow())
                ? new Judged(
                        judged.category(),
                        judged.score(),
                        judged.decidedBy(),
                        matches,
                        cut || judged.truncated(),
                        incomplete,
                        shadow)
                : judged;
    }

    /** Rules in shadow without a place in the table are left out without a mark: they are no part of the verdict. */
    private static Shadow fitLimits(Shadow shadow, RuleTable rules) {
        List<String> names = shadow.rules().stream()
                .filter(name -> rules.admitRule(StoredRule.fromName(name)))
                .toList();
        return new Shadow(names, shadow.category(), shadow.score(), shadow.decidedBy());
    }

    private static String cutReason(String reason) {
        byte[] utf8 = reason.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= MAX_REASON_BYTES) {
            return reason;
        }
        int end = MAX_REASON_BYTES;
        while (isContinuation(utf8[end])) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean isContinuation(byte octet) {
        return (octet & 0b1100_0000) == 0b1000_0000;
    }
}
