package dev.winnow.webhook;

import dev.winnow.verdict.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice from the scan worker to the callback sender with the verdicts of one envelope, without texts. Immutable; any thread.
 *
 * @param envelope the envelope's UUIDv7
 * @param revision the revision of its verdicts
 * @param event {@link EventType#MESSAGE_VERDICT} or {@link EventType#VERDICT_CHANGED}
 * @param ruleset the version of the rules
 * @param at the time of the scan
 * @param items the verdicts of tenants with endpoints
 */
public record WebhookNotice(
        UUID envelope, int revision, EventType event, String ruleset, Instant at, List<Item> items) {
    public WebhookNotice {
        items = List.copyOf(items);
    }

    /**
     * The verdict of one message.
     *
     * @param tenant the id of the message's tenant
     * @param slot the message's place in the envelope
     * @param requestKey the hash of the key under which the request may be repeated; null without a key
     * @param clientRef the client's own name for the message; null if it gave none
     * @param verdict the category, or {@code unknown} if the message could not be scanned
     * @param score 0 to 100
     * @param action the action that a phone should take
     */
    public record Item(
            String tenant,
            int slot,
            @Nullable String requestKey,
            @Nullable String clientRef,
            String verdict,
            int score,
            Action action) {}
}
