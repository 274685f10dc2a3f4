package dev.winnow.ingest.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764000000000",
                " 1764000000000 ",
                "1764000000",
                "1764000000000.0",
                "1.764E12",
                "1.764E+12",
                "2025-11-24T16:00:00Z",
                "2025-11-24T17:00:00.000+01:00"
            })
    void readsATimeInAnySpelling(String stamp) {
        assertThat(Stamp.parse(stamp)).contains(Instant.ofEpochSecond(1_764_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "yesterday", "99999999999999999999", "1e99", "1964-01-01T00:00:00Z"})
    void leavesOutATimeThatMakesNoSense(String stamp) {
        assertThat(Stamp.parse(stamp)).isEmpty();
    }

    @Test
    void knowsThatThereMayBeNone() {
        assertThat(Stamp.parse(null)).isEmpty();
    }
}
