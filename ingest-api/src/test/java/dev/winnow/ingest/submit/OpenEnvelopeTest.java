package dev.winnow.ingest.submit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.time.ManualTimers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OpenEnvelopeTest {
    @Test
    void isNotWaitedForForeverWhenItsTimerHasEnded() {
        ManualTimers timers = new ManualTimers();
        EnvelopeDraft draft = new EnvelopeDraft(UUID.randomUUID(), "acme", Priority.LIVE);
        OpenEnvelope envelope = new OpenEnvelope(draft, Duration.ofMillis(10), timers);
        timers.close();

        assertThatThrownBy(() -> envelope.awaitConfirmation(Duration.ofMillis(50)))
                .isInstanceOf(TimeoutException.class);
    }
}
