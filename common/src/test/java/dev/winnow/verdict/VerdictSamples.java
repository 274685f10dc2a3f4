package dev.winnow.verdict;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.winnow.message.Envelope;
import dev.winnow.verdict.Verdict.Expired;
import dev.winnow.verdict.Verdict.Failed;
import dev.winnow.verdict.Verdict.Judged;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Verdicts for tests. */
public final class VerdictSamples {
    private static final TimeBasedEpochGenerator ENVELOPES = Generators.timeBasedEpochGenerator();

    private VerdictSamples() {}

    /** Makes an envelope id that is greater than all earlier ones. */
    public static UUID envelope() {
        return ENVELOPES.generate();
    }

    /** Makes one verdict of every kind for an envelope. */
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
                new SlotVerdict(new Expired("waited 61 s, the limit is 60 s"), null, accepted),
                new SlotVerdict(shadowed("new_toll"), null, accepted));
    }

    /** Makes the first revision of an envelope's verdicts. */
    public static EnvelopeVerdicts of(UUID envelope, SlotVerdict... slots) {
        Instant scannedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + 17);
        return new EnvelopeVerdicts(envelope, 1, "2026.11.24-3f9c", "yara 4.5.8", scannedAt, List.of(slots));
    }

    /** Makes a slot of the largest size; the slots of an envelope share as many rules as an item can name. */
    public static SlotVerdict largest(UUID envelope, int slot) {
        List<RuleMatch> matches = IntStream.range(0, Verdict.MAX_MATCHES)
                .map(i -> (slot * Verdict.MAX_MATCHES + i) % 260)
                .mapToObj(rule -> new RuleMatch(
                        "%03d".formatted(rule).concat("n".repeat(30)),
                        "t".repeat(40),
                        100_000 + rule,
                        View.FOLDED,
                        Collections.nCopies(RuleMatch.MAX_SPANS, new Span(8_000, 8_190))))
                .toList();
        List<String> incomplete =
                IntStream.range(0, 20).mapToObj(i -> "slow_" + i).toList();
        Instant later = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope) + 600_000 + slot);
        return new SlotVerdict(
                new Judged(Category.JUNK, 100, DecidedBy.BLOCKED_SENDER, matches, false, incomplete),
                "r".repeat(64),
                later,
                new Scan("l".repeat(64) + slot, "yara 4.5.8", later));
    }

    /** Makes a clean verdict that a rule in shadow would have turned. */
    public static Judged shadowed(String... rules) {
        Shadow shadow = new Shadow(List.of(rules), Category.JUNK, 70, DecidedBy.SCORE);
        return new Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of(), shadow);
    }

    /** Makes the verdict of a message without a match. */
    public static Judged clean() {
        return new Judged(Category.CLEAN, 0, DecidedBy.SCORE, List.of(), false, List.of());
    }
}
