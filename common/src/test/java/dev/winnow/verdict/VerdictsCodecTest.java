package dev.winnow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictsCodecTest {
    private final UUID envelope = VerdictSamples.envelope();

    @Test
    void readsBackWhatItWrote() {
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
    void namesARuleOnceHoweverOftenItMatched() {
        SlotVerdict junk = VerdictSamples.ofEveryKind(envelope).slots().get(1);
        EnvelopeVerdicts many =
                VerdictSamples.of(envelope, Collections.nCopies(50, junk).toArray(SlotVerdict[]::new));

        String item = new String(VerdictsCodec.encode(many), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(item.split("parcel_fee_link", -1)).hasSize(2);
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

    /** Any other exception than the documented one fails the test. */
    private void decodeOrRefuse(byte[] item) {
        try {
            assertThat(VerdictsCodec.decode(envelope, item).envelope()).isEqualTo(envelope);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
