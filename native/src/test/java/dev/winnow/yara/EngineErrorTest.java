package dev.winnow.yara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineErrorTest {

    @Test
    void namesTheErrorsOfThisVersion() {
        assertThat(EngineError.of(26)).isEqualTo(EngineError.Known.SCAN_TIMEOUT);
        for (EngineError.Known known : EngineError.Known.values()) {
            assertThat(EngineError.of(known.code())).isEqualTo(known);
        }
    }

    @Test
    void keepsNumbersItDoesNotKnow() {
        assertThat(EngineError.of(4711)).isEqualTo(new EngineError.Unknown(4711));
        assertThat(EngineError.of(4711).text()).isEqualTo("libyara error 4711");
    }
}
