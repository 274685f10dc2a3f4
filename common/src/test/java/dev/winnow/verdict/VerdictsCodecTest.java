package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsCodecTest {
    private final UUID envelope = VerdictSamples.envelope();

    @Test
    void readsTheDocumentThatItWrote() {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(envelope);

        assertThat(VerdictsCodec.decode(envelope, VerdictsCodec.encode(verdicts)))
                .isEqualTo(verdicts);
    }

    @Test
    void keepsEveryCategoryDeciderAndView() {
        assertThat(VerdictsCodec.CATEGORIES).containsExactlyInAnyOrder(Category.values());
        assertThat(VerdictsCodec.DECIDERS).containsExactlyInAnyOrder(DecidedBy.values());
        assertThat(VerdictsCodec.VIEWS).containsExactlyInAnyOrder(View.values());
    }

    @Test
    void takesTwoBytesForACleanSlot() {
        SlotVerdict clean = VerdictSamples.ofEveryKind(envelope).slots().getFirst();
        EnvelopeVerdicts one = VerdictSamples.of(envelope, clean);
        EnvelopeVerdicts hundred =
                VerdictSamples.of(envelope, Collections.nCopies(100, clean).toArray(SlotVerdict[]::new));

        int perSlot = (VerdictsCodec.encode(hundred).length - VerdictsCodec.encode(one).length) / 99;

        assertThat(perSlot).isEqualTo(2);
    }

    @Test
    void takesEightBytesMoreForARuleInShadow() {
        SlotVerdict shadowed = new SlotVerdict(
                VerdictSamples.shadowed("new_toll"),
                null,
                VerdictSamples.ofEveryKind(envelope).slots().getFirst().acceptedAt());
        EnvelopeVerdicts one = VerdictSamples.of(envelope, shadowed);
        EnvelopeVerdicts hundred =
                VerdictSamples.of(envelope, Collections.nCopies(100, shadowed).toArray(SlotVerdict[]::new));

        int perSlot = (VerdictsCodec.encode(hundred).length - VerdictsCodec.encode(one).length) / 99;

        assertThat(perSlot).isEqualTo(2 + 8);
        assertThat(VerdictsCodec.decode(envelope, VerdictsCodec.encode(hundred)))
                .isEqualTo(hundred);
    }

    @Test
    void writesItemsThatTheReleaseBeforeReadsWhileNoRuleIsInShadow() {
        assertThat(VerdictsCodec.encode(VerdictSamples.of(envelope, VerdictSamples.largest(envelope, 0)))[0])
                .isEqualTo((byte) VerdictsCodec.VERSION);
    }

    @Test
    void holdsTheLargestItemWithRulesInShadow() {
        SlotVerdict[] slots = IntStream.range(0, Envelope.MAX_SLOTS)
                .mapToObj(slot -> {
                    SlotVerdict largest = VerdictSamples.largest(envelope, slot);
                    Verdict.Judged judged = (Verdict.Judged) largest.verdict();
                    Shadow shadow = new Shadow(
                            IntStream.range(0, Shadow.MAX_RULES)
                                    .mapToObj(i -> "shadow_" + (slot + i) % 160)
                                    .toList(),
                            Category.JUNK,
                            100,
                            DecidedBy.BLOCKED_SENDER);
                    return new SlotVerdict(
                            new Verdict.Judged(
                                    judged.category(),
                                    judged.score(),
                                    judged.decidedBy(),
                                    judged.matches(),
                                    false,
                                    judged.incomplete(),
                                    shadow),
                            largest.clientRef(),
                            largest.acceptedAt(),
                            largest.rescan());
                })
                .toArray(SlotVerdict[]::new);

        assertThat(VerdictsCodec.encode(VerdictSamples.of(envelope, slots)).length)
                .isLessThan(104_000);
    }

    @Test
    void namesARuleOnceHoweverOftenItMatched() {
        SlotVerdict junk = VerdictSamples.ofEveryKind(envelope).slots().get(1);
        EnvelopeVerdicts many =
                VerdictSamples.of(envelope, Collections.nCopies(50, junk).toArray(SlotVerdict[]::new));

        String item = new String(VerdictsCodec.encode(many), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(item.split("parcel_fee_link", -1)).hasSize(2);
    }

    @Test
    void holdsTheLargestLegalItemUnderHundredKilobytes() {
        SlotVerdict[] slots = IntStream.range(0, Envelope.MAX_SLOTS)
                .mapToObj(slot -> VerdictSamples.largest(envelope, slot))
                .toArray(SlotVerdict[]::new);

        byte[] item = VerdictsCodec.encode(VerdictSamples.of(envelope, slots));

        assertThat(item.length).isBetween(80_000, 100_000);
        assertThat(VerdictsCodec.decode(envelope, item).slots())
                .hasSize(Envelope.MAX_SLOTS)
                .allSatisfy(slot -> assertThat(slot.clientRef()).hasSize(SmsMessage.MAX_CLIENT_REF_CHARS))
                .anySatisfy(slot -> assertThat(((Verdict.Judged) slot.verdict()).truncated())
                        .isTrue());
    }

    @Test
    void holdsTheLargestFailedItemUnderHundredKilobytes() {
        SlotVerdict failed = new SlotVerdict(
                new Verdict.Failed("\u20ac".repeat(1_000)), "r".repeat(64), Instant.ofEpochMilli(1_764_000_000_000L));

        byte[] item = VerdictsCodec.encode(VerdictSamples.of(
                envelope, Collections.nCopies(Envelope.MAX_SLOTS, failed).toArray(SlotVerdict[]::new)));

        assertThat(item.length).isLessThan(60_000);
        assertThat(VerdictsCodec.decode(envelope, item).slots().getFirst().verdict())
                .isEqualTo(new Verdict.Failed("\u20ac".repeat(60)));
    }

    @Test
    void keepsThePlainVerdictsOfFortyMessagesUnderOneKilobyte() {
        SlotVerdict clean = VerdictSamples.ofEveryKind(envelope).slots().getFirst();
        EnvelopeVerdicts forty =
                VerdictSamples.of(envelope, Collections.nCopies(40, clean).toArray(SlotVerdict[]::new));

        assertThat(VerdictsCodec.encode(forty).length).isLessThan(900);
    }

    @Test
    void keepsTheLaterScanOfASlot() {
        Scan rescan = new Scan("2026.12.01-77aa", "yara 4.5.9", Instant.ofEpochMilli(1_764_000_000_123L));
        EnvelopeVerdicts verdicts = VerdictSamples.of(
                envelope,
                new SlotVerdict(VerdictSamples.clean(), null, Instant.EPOCH),
                new SlotVerdict(VerdictSamples.clean(), "a", Instant.EPOCH, rescan));

        EnvelopeVerdicts read = VerdictsCodec.decode(envelope, VerdictsCodec.encode(verdicts));

        assertThat(read).isEqualTo(verdicts);
        assertThat(read.scanOf(0).ruleset()).isEqualTo(verdicts.ruleset());
        assertThat(read.scanOf(1)).isEqualTo(rescan);
    }

    @Test
    void refusesDamagedItemsWithASentence() {
        byte[] item = VerdictsCodec.encode(VerdictSamples.ofEveryKind(envelope));
        Random random = new Random(7);

        for (int length = 0; length < item.length; length++) {
            byte[] cut = Arrays.copyOf(item, length);
            assertThatThrownBy(() -> VerdictsCodec.decode(envelope, cut)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = item.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            decodeOrRefuse(damaged);
        }
    }

    /** Decodes bytes; an exception other than the documented one fails the test. */
    private void decodeOrRefuse(byte[] item) {
        try {
            assertThat(VerdictsCodec.decode(envelope, item).envelope()).isEqualTo(envelope);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
