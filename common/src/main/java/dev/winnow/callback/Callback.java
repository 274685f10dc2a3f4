package dev.winnow.callback;

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
public record Callback(
        String id,
        String tenant,
        String endpoint,
        EventType event,
        String body,
        int attempts,
        @Nullable String reason,
        Instant createdAt) {
    /** A call that was not tried yet. */
    public Callback(String id, String tenant, String endpoint, EventType event, String body, Instant createdAt) {
        this(id, tenant, endpoint, event, body, 0, null, createdAt);
    }

    /** The same call, one step of the schedule later. */
    public Callback failed(String because) {
        return new Callback(id, tenant, endpoint, event, body, attempts + 1, because, createdAt);
    }

    /** The same call from the beginning of the schedule. */
    public Callback again() {
        return new Callback(id, tenant, endpoint, event, body, createdAt);
    }
}
