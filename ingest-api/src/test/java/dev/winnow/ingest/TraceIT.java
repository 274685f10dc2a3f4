package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.winnow.message.Envelope;
import dev.winnow.message.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class TraceIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HEADER = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final RunningApi api = RunningApi.start();

    private final ApiClient client = api.client();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.winnow.ingest");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void comeBack() {
        logger.detachAppender(lines);
        api.queue.comeBack();
        api.verdicts.comeBack();
    }

    @Test
    void travelsWithAMessage() {
        client.post("/v1/messages", "{\"text\":\"followed\"}", "traceparent", HEADER);

        assertThat(lastSlot().trace()).isEqualTo(new TraceParent(HEADER));
    }

    @Test
    void travelsWithAMessageThatMayBeRepeated() {
        client.post("/v1/messages", "{\"text\":\"followed\"}", "traceparent", HEADER, "Idempotency-Key", "trace-1");

        assertThat(lastSlot().trace()).isEqualTo(new TraceParent(HEADER));
    }

    @Test
    void travelsWithEveryMessageOfABatch() {
        client.post("/v1/messages/batch", "{\"messages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}", "traceparent", HEADER);

        List<Envelope.Slot> slots = api.envelopes().stream()
                .flatMap(envelope -> envelope.slots().stream())
                .toList();
        assertThat(slots.subList(slots.size() - 2, slots.size()))
                .extracting(Envelope.Slot::trace)
                .containsOnly(new TraceParent(HEADER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void isIgnoredWhenItIsNotValid(String header) {
        ApiClient.Answer answer = client.post("/v1/messages", "{\"text\":\"x\"}", "traceparent", header);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(lastSlot().trace()).isNull();
    }

    @Test
    void isInTheLineOfARequestThatFailed() {
        api.queue.goDown();

        client.post("/v1/messages", "{\"text\":\"x\"}", "traceparent", HEADER, "X-Request-Id", "failed-1");

        assertThat(fields("is answered 503"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("requestId", "failed-1", "traceId", TRACE));
        assertThat(fields("did not confirm an envelope")).containsKey("envelopeId");
    }

    @Test
    void isMissingFromTheLineWhenTheClientNamedNone() {
        api.verdicts.goDown();

        client.get("/v1/messages/" + api.issue(), "X-Request-Id", "failed-2");

        assertThat(fields("is answered 503")).containsExactlyEntriesOf(Map.of("requestId", "failed-2"));
    }

    private static Envelope.Slot lastSlot() {
        return api.envelopes().getLast().slots().getLast();
    }

    private Map<String, String> fields(String message) {
        return lines.list.stream()
                .filter(event -> event.getFormattedMessage().contains(message))
                .map(ILoggingEvent::getKeyValuePairs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }
}
