package dev.winnow.webhook;

import dev.winnow.verdict.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the scan worker tells the callback sender about one envelope: verdicts, never texts. Immutable; any thread.
 *
 * @param envelope the envelope's UUIDv7
 * @param revision the revision of its verdicts
 * @param event {@link EventType#MESSAGE_VERDICT} or {@link EventType#VERDICT_CHANGED}
 * @param ruleset the version of the rules that judged
 * @param at when they judged
 * @param items the messages of tenants with endpoints
 */
public record WebhookNotice(
        UUID envelope, int revision, EventType event, String ruleset, Instant at, List<Item> items) {
    public WebhookNotice {
        items = List.copyOf(items);
    }

    /**
     * One verdict.
     *
     * @param tenant whose message it was
     * @param slot the message's place in the envelope
     * @param requestKey the hash of the key under which the request may be repeated; null when it gave none
     * @param clientRef the client's own name for the message; null when it gave none
     * @param verdict the category, or {@code unknown} when the message could not be scanned
     * @param score 0 to 100
     * @param action what a phone should do
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
