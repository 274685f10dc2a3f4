package dev.winnow.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One signed call to an endpoint. Immutable; any thread.
 *
 * @param id the {@code webhook-id}, which stays the same when the call is repeated
 * @param tenant the id of the endpoint's tenant
 * @param endpoint the id of the endpoint
 * @param event the event in the call
 * @param body the JSON body
 * @param attempts the number of used steps of the schedule
 * @param reason the reason of the last failure; null without a failure
 * @param createdAt the time at which the webhook was made
 */
public record Webhook(
        String id,
        String tenant,
        String endpoint,
        EventType event,
        String body,
        int attempts,
        @Nullable String reason,
        Instant createdAt) {
    /** A webhook without attempts. */
    public Webhook(String id, String tenant, String endpoint, EventType event, String body, Instant createdAt) {
        this(id, tenant, endpoint, event, body, 0, null, createdAt);
    }

    /** Uses up a step of the schedule. */
    public Webhook withFailure(String because) {
        return new Webhook(id, tenant, endpoint, event, body, attempts + 1, because, createdAt);
    }

    /** Begins the schedule again. */
    public Webhook withoutAttempts() {
        return new Webhook(id, tenant, endpoint, event, body, createdAt);
    }
}
