package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.verdict.VerdictSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class EnvelopeContextTest {
    private final UUID id = VerdictSamples.envelope();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void namesTheEnvelopeAndEachTraceOnce() {
        EnvelopeContext.setTraces(new Envelope(id, "g1", List.of(slot("a"), slot(null), slot("b"), slot("a"))));

        assertThat(MDC.getCopyOfContextMap())
                .containsOnly(
                        Map.entry("envelopeId", id.toString()),
                        Map.entry("traceId", "a".repeat(32) + " " + "b".repeat(32)));
    }

    @Test
    void namesNoTraceWhereThereIsNoneAndNothingAfterwards() {
        EnvelopeContext.setTraces(new Envelope(id, "g1", List.of(slot(null))));
        assertThat(MDC.get("envelopeId")).isEqualTo(id.toString());
        assertThat(MDC.get("traceId")).isNull();

        EnvelopeContext.clearTraces();
        assertThat(MDC.get("envelopeId")).isNull();
    }

    private static Envelope.Slot slot(@Nullable String digit) {
        TraceParent trace = digit == null ? null : new TraceParent("00-" + digit.repeat(32) + "-00f067aa0ba902b7-00");
        return new Envelope.Slot("demo", SmsMessage.ofText("hi"), Instant.now(), null, trace);
    }
}
