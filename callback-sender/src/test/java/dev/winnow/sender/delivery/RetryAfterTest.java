package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:49:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "37",
                " 37 ",
                "Mon, 30 Nov 2026 08:49:37 GMT",
                "Monday, 30-Nov-26 08:49:37 GMT",
                "Mon Nov 30 08:49:37 2026"
            })
    void readsEveryFormOfRfc9110(String value) {
        assertThat(RetryAfter.parseHeader(new BasicHeader("Retry-After", value), NOW))
                .isEqualTo(Duration.ofSeconds(37));
    }

    @Test
    void readsADayOfOneDigitWithItsSecondBlank() {
        assertThat(RetryAfter.parseHeader(new BasicHeader("Retry-After", "Tue Dec  1 07:49:00 2026"), NOW))
                .isEqualTo(Duration.ofHours(23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "1000000", "Mon, 30 Nov 2099 08:49:37 GMT"})
    void believesAtMostADay(String value) {
        assertThat(RetryAfter.parseHeader(new BasicHeader("Retry-After", value), NOW))
                .isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "٣", "Mon, 30 Nov 2020 08:49:37 GMT"})
    void ignoresEveryOtherValue(String value) {
        assertThat(RetryAfter.parseHeader(new BasicHeader("Retry-After", value), NOW))
                .isNull();
    }

    @Test
    void ignoresAMissingHeader() {
        assertThat(RetryAfter.parseHeader(null, NOW)).isNull();
    }
}
