package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every {@link AttemptLog}, with one subclass for each adapter. */
public abstract class AttemptLogContract {
    private final String endpoint = "whe_" + UUID.randomUUID();
    private final Instant now = WebhookSamples.now();

    /** The log under test, which may hold attempts of other tests. */
    protected abstract AttemptLog attempts();

    @Test
    void showsTheAttemptsOfAllSendersNewestFirst() {
        Attempt first = new Attempt(now, "msg_1", EventType.PING, 1, 0, "timeout", 15_000);
        Attempt second = new Attempt(now.plusSeconds(1), "msg_2", EventType.MESSAGE_VERDICT, 1, 500, "status", 3);
        Attempt third = new Attempt(now.plusSeconds(2), "msg_2", EventType.MESSAGE_VERDICT, 2, 204, "delivered", 3);

        attempts().saveAttempts(endpoint, "a", List.of(third, first));
        attempts().saveAttempts(endpoint, "b", List.of(second));

        assertThat(attempts().listAttempts(endpoint)).containsExactly(third, second, first);
        assertThat(attempts().listAttempts(endpoint + "x")).isEmpty();
    }

    @Test
    void replacesTheEarlierAttemptsOfASender() {
        Attempt old = new Attempt(now, "msg_1", EventType.PING, 1, 0, "timeout", 15_000);
        Attempt young = new Attempt(now.plusSeconds(1), "msg_2", EventType.PING, 1, 200, "delivered", 2);

        attempts().saveAttempts(endpoint, "a", List.of(old));
        attempts().saveAttempts(endpoint, "a", List.of(young));

        assertThat(attempts().listAttempts(endpoint)).containsExactly(young);
    }
}
