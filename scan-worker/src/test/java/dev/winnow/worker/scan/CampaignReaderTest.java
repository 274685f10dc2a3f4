package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.campaign.Fingerprint;
import dev.winnow.rules.Disguise;
import dev.winnow.worker.scan.link.LinkLists;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignReaderTest {
    private static final String PARCEL =
            "Hi Anna, your parcel is held at the depot. Pay the customs fee of 1.99 at http://royal-post.top/pay before Friday";

    private final CampaignReader reader = new CampaignReader(LinkLists.bundled());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi Anna, your parcel is held. Pay 1.99 at http://a.top/x1    | Hi Bob, your parcel is held. Pay 24.50 at https://bit.ly/8s
            Royal Post: your parcel is held, pay now: bit.ly/1           | DHL: your parcel is held, pay now: pay-fee.top
            您的验证码是 123456，请勿告诉他人，谢谢                        | 您的验证码是 998877，请勿告诉他人，谢谢
            พัสดุของคุณถูกระงับ ชำระ 50 บาท ที่ http://th-post.top/a       | พัสดุของคุณถูกระงับ ชำระ 990 บาท ที่ https://bit.ly/zz
            """)
    void givesTheSameToTextsThatDifferInLinksNumbersAndNames(String one, String other) {
        assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
    }

    @ParameterizedTest
    @EnumSource(
            value = Disguise.class,
            names = {"LOOK_ALIKE", "LEET", "SPACED", "DOTTED", "ZERO_WIDTH", "FULL_WIDTH", "DOUBLED_LETTER", "EMOJI"})
    void seesThroughADisguise(Disguise disguise) {
        assertThat(fingerprint(disguise.disguise(PARCEL)).isNear(fingerprint(PARCEL)))
                .isTrue();
    }

    @Test
    void keepsOtherTextsApart() {
        Fingerprint parcel = fingerprint(PARCEL);

        assertThat(fingerprint("Your account is locked, verify your identity at http://bank.top/x")
                        .isNear(parcel))
                .isFalse();
        assertThat(fingerprint("Are you coming to the cinema with us tonight or shall we go alone?")
                        .isNear(parcel))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "Sorry, I'll call later",
                "123456",
                "http://bit.ly/2",
                "👍👍👍👍👍👍👍👍👍👍👍👍",
                "Yes see you at 8"
            })
    void givesNoneToAFewWords(String text) {
        assertThat(reader.readFingerprint(text)).isNull();
    }

    private Fingerprint fingerprint(String text) {
        return Objects.requireNonNull(reader.readFingerprint(text), text);
    }
}
