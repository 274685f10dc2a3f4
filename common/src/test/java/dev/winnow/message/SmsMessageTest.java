package dev.winnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmsMessageTest {
    @Test
    void takesTextsUpToTheLimitInBytes() {
        assertThat(SmsMessage.ofText("a").text()).isEqualTo("a");
        assertThat(SmsMessage.ofText("a".repeat(8_192)).text()).hasSize(8_192);
        assertThat(SmsMessage.ofText("😀".repeat(2_048)).text()).hasSize(4_096);
        assertRefused("text", "");
        assertRefused("text", "a".repeat(8_193));
        assertRefused("text", "ä".repeat(4_097));
        assertRefused("text", "half \ud83d pair");
        assertRefused("text", "\ude00");
    }

    @Test
    void namesTheInvalidField() {
        assertRefused("sender", "1".repeat(65), null, null);
        assertRefused("country", null, "de", null);
        assertRefused("country", null, "DEU", null);
        assertRefused("clientRef", null, null, "");
        assertRefused("clientRef", null, null, "a".repeat(65));
        assertRefused("clientRef", null, null, "ä");
    }

    @Test
    void countsASendersCodePoints() {
        String sender = "😀".repeat(64);

        assertThat(new SmsMessage("hi", sender, Channel.SMS, null, null, null, Priority.LIVE).sender())
                .isEqualTo(sender);
        assertRefused("sender", sender + "x", null, null);
    }

    @Test
    void repairsAMessageFromAMachineThatCannotBeReconfigured() {
        SmsMessage repaired =
                SmsMessage.repaired("half \ud83d pair \ude00", "😀".repeat(65), Channel.SMS, null, Priority.BULK);

        assertThat(repaired.text()).isEqualTo("half \ufffd pair \ufffd");
        assertThat(repaired.sender()).isEqualTo("😀".repeat(64));
        assertThat(repaired.truncated()).isFalse();
        assertThatThrownBy(() -> SmsMessage.repaired("", null, Channel.SMS, null, Priority.LIVE))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void keepsTheBeginningOfALongTextUpToAWholeCharacter() {
        SmsMessage cut = SmsMessage.repaired("a" + "😀".repeat(2_048), null, Channel.SMS, null, Priority.LIVE);

        assertThat(cut.text()).isEqualTo("a" + "😀".repeat(2_047));
        assertThat(cut.truncated()).isTrue();
    }

    private static void assertRefused(String field, String text) {
        assertThatThrownBy(() -> SmsMessage.ofText(text))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    private static void assertRefused(
            String field, @Nullable String sender, @Nullable String country, @Nullable String clientRef) {
        assertThatThrownBy(() -> new SmsMessage("hi", sender, Channel.SMS, null, country, clientRef, Priority.LIVE))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }
}
