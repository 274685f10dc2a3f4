package dev.winnow.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T16:00:00Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "0000-02-29T00:00:01Z",
                "2024-02-29T12:34:56.789Z",
                "2026-11-24T16:00:00.001Z",
                "2026-11-24T16:00:00.123456Z",
                "2026-11-24T16:00:00+05:30",
                "2026-11-24t16:00:00z",
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(Rfc3339.parseInstant(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T16:00:00Z",
                "2026-13-01T16:00:00Z",
                "2026-00-01T16:00:00Z",
                "2026-11-31T16:00:00.000Z",
                "2026-11-24T24:00:00Z",
                "2026-11-24T16:60:00Z",
                "2026-11-24T16:00:60Z",
                "2026-11-24T16:00:00.00xZ",
                "2026-11-24 16:00:00Z",
                "2026-11-24T16:00:00",
                "\u0662\u0660\u0662\u0666-11-24T16:00:00Z",
                "",
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Rfc3339.parseInstant(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2017-01-01T00:59:60.500+01:00, 2017-01-01T00:00:00Z",
        "2016-12-31T15:59:60-08:00, 2017-01-01T00:00:00Z",
        "2026-11-24T16:00:00+23:59, 2026-11-23T16:01:00Z",
        "2026-11-24T16:00:00-00:00, 2026-11-24T16:00:00Z",
        "2026-11-24T16:00:00.1234567891234Z, 2026-11-24T16:00:00.123456789Z",
        "2026-11-24t16:00:00.5z, 2026-11-24T16:00:00.500Z",
    })
    void readsAllOfTheGrammar(String text, String meant) {
        assertThat(Rfc3339.parseInstant(text)).isEqualTo(Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T16:00Z",
                "2026-11-24T16:00:00+01",
                "2026-11-24T16:00:00+0100",
                "2026-11-24T16:00:00+01:00:30",
                "2026-11-24T16:00:00+24:00",
                "2026-11-24T16:00:00+01:60",
                "2026-11-24T16:00:00.Z",
                "2026-11-24T16:00:00,5Z",
                "+12026-11-24T16:00:00Z",
                "-2026-11-24T16:00:00Z",
                "2026-328T16:00:00Z",
                "2026-11-24T16:00:60Z",
                "2016-12-31T23:58:60Z",
                "2016-12-30T23:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2016-12-31T23:59:61Z",
                "2026-11-24T16:00:00Z[UTC]",
                "2026-11-24T16:00:00Z ",
            })
    void refusesWhatIsNotInTheGrammar(String text) {
        assertThatThrownBy(() -> Rfc3339.parseInstant(text)).isInstanceOf(DateTimeException.class);
    }
}
