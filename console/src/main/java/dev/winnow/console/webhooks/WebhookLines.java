package dev.winnow.console.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.DueWebhooks.Pending;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of lists of endpoints and webhooks. */
public final class WebhookLines {
    private WebhookLines() {}

    /**
     * One endpoint.
     *
     * @param state {@code unproven}, {@code active} or {@code disabled}
     * @param health {@code good}, {@code failing}, {@code disabled} or {@code unproven}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EndpointLine(
            String tenant,
            String id,
            String url,
            List<String> events,
            int batchSize,
            String state,
            String health,
            @Nullable String disabledBecause,
            @Nullable Instant failingSince,
            Instant createdAt) {
        static EndpointLine of(Endpoint endpoint) {
            String state = endpoint.state().name().toLowerCase(Locale.ROOT);
            String health = endpoint.state() == Endpoint.State.ACTIVE
                    ? endpoint.failingSince() == null ? "good" : "failing"
                    : state;
            return new EndpointLine(
                    endpoint.tenant(),
                    endpoint.id(),
                    endpoint.url().toString(),
                    endpoint.events().stream().map(EventType::token).sorted().toList(),
                    endpoint.batchSize(),
                    state,
                    health,
                    endpoint.disabledBecause(),
                    endpoint.failingSince(),
                    endpoint.createdAt());
        }
    }

    /** One try to call. */
    public record AttemptLine(Instant at, String id, String event, int number, int status, String outcome, int millis) {
        static AttemptLine of(Attempt attempt) {
            return new AttemptLine(
                    attempt.at(),
                    attempt.id(),
                    attempt.event().token(),
                    attempt.number(),
                    attempt.status(),
                    attempt.outcome(),
                    attempt.millis());
        }
    }

    /** One webhook that waits for its next try; without a reason if none was made yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PendingLine(
            String id,
            String event,
            int attempts,
            Instant nextTry,
            @Nullable String reason) {
        static PendingLine of(Pending pending) {
            Webhook webhook = pending.webhook();
            return new PendingLine(
                    webhook.id(), webhook.event().token(), webhook.attempts(), pending.dueAt(), webhook.reason());
        }
    }

    /** One webhook that was given up. */
    public record BuriedLine(String id, String event, Instant at, int attempts, String reason) {
        static BuriedLine of(Buried buried) {
            Webhook webhook = buried.webhook();
            String reason = webhook.reason();
            return new BuriedLine(
                    webhook.id(),
                    webhook.event().token(),
                    buried.at(),
                    webhook.attempts(),
                    reason == null ? "unknown" : reason);
        }
    }
}
