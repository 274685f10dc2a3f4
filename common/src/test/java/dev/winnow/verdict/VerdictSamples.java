package dev.winnow.verdict;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.winnow.message.Envelope;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Verdicts for tests. */
public final class VerdictSamples {
    private static final TimeBasedEpochGenerator ENVELOPES = Generators.timeBasedEpochGenerator();

    private VerdictSamples() {}

    /** A fresh envelope id, greater than every one before. */
    public static UUID envelope() {
        return ENVELOPES.generate();
    }

    /** One verdict of every kind for an envelope. */
    public static EnvelopeVerdicts ofEveryKind(UUID envelope) {
        Instant accepted = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + 3);
        RuleMatch match = new RuleMatch(
                "parcel_fee_link",
                "Parcel fee with a link",
                60,
                View.FOLDED,
                List.of(new Span(12, 31), new Span(40, 41)));
        RuleMatch negative = new RuleMatch("known_sender", "Speaks for it", -10, View.RAW, List.of());
        return of(
                envelope,
                new SlotVerdict(clean(), null, accepted),
                new SlotVerdict(
                        new Judged(
                                Category.JUNK,
                                50,
                                DecidedBy.SCORE,
                                List.of(match, negative),
                                true,
                                List.of("slow_rule")),
                        "abc",
                        accepted),
                new SlotVerdict(
                        new Judged(Category.TRANSACTION, 100, DecidedBy.PROTECTED, List.of(match), false, List.of()),
                        "x y",
                        accepted),
                new SlotVerdict(new Failed("the engine ran out of stack (25)"), "ref", accepted),
                new SlotVerdict(new Expired("waited 61 s, the limit is 60 s"), null, accepted));
    }

    /** Verdicts of an envelope, first revision. */
    public static EnvelopeVerdicts of(UUID envelope, SlotVerdict... slots) {
        Instant scannedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + 17);
        return new EnvelopeVerdicts(envelope, 1, "2026.11.24-3f9c", "yara 4.5.8", scannedAt, List.of(slots));
    }

    /** What a message without any match gets. */
    public static Judged clean() {
        return new Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of());
    }
}
