package dev.winnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String VALUE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void namesTheTrace() {
        assertThat(TraceParent.parseHeader(VALUE)).hasValueSatisfying(trace -> {
            assertThat(trace.value()).isEqualTo(VALUE);
            assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-what-the-future-brings"})
    void readsTheKnownPartOfALaterVersion(String more) {
        assertThat(TraceParent.parseHeader("cc" + VALUE.substring(2) + more)).contains(new TraceParent(VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "cc-00000000000000000000000000000000-00f067aa0ba902b7-01"
            })
    void ignoresInvalidHeaders(String header) {
        assertThat(TraceParent.parseHeader(header)).isEmpty();
    }

    @Test
    void refusesInvalidHeaders() {
        assertThat(TraceParent.parseHeader(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceParent("cc" + VALUE.substring(2)));
    }
}
