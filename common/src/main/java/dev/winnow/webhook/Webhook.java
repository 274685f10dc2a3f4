package dev.winnow.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that is owed to an endpoint. Immutable; any thread.
 *
 * @param id the {@code webhook-id}: the same whenever the call is repeated
 * @param tenant whose endpoint it is
 * @param endpoint the endpoint's id
 * @param event what it tells
 * @param body what is sent, JSON
 * @param attempts how many steps of the schedule are behind it
 * @param reason why the last one failed; null when none did
 * @param createdAt when it became owed
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
    /** A call that was not tried yet. */
    public Webhook(String id, String tenant, String endpoint, EventType event, String body, Instant createdAt) {
        this(id, tenant, endpoint, event, body, 0, null, createdAt);
    }

    /** The same call, one step of the schedule later. */
    public Webhook withFailure(String because) {
        return new Webhook(id, tenant, endpoint, event, body, attempts + 1, because, createdAt);
    }

    /** The same call from the beginning of the schedule. */
    public Webhook withoutAttempts() {
        return new Webhook(id, tenant, endpoint, event, body, createdAt);
    }
}
