package dev.winnow.webhook;

import dev.winnow.verdict.Action;
import dev.winnow.verdict.VerdictSamples;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Values of webhooks for tests. */
public final class WebhookSamples {
    private WebhookSamples() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Makes an endpoint that has not answered a ping. */
    public static Endpoint endpoint(String tenant, String url) {
        return Endpoint.register(
                Endpoint.newId(), tenant, URI.create(url), Set.of(EventType.MESSAGE_VERDICT), 1, "0.c2VhbGVk", now());
    }

    /** Makes a webhook for an endpoint. */
    public static Webhook webhook(String endpoint) {
        String id = WebhookIds.deriveId(List.of(UUID.randomUUID().toString()));
        return new Webhook(id, "acme", endpoint, EventType.MESSAGE_VERDICT, "{\"type\":\"message.verdict\"}", now());
    }

    /** Makes a notice of one junk message. */
    public static WebhookNotice notice(String tenant) {
        WebhookNotice.Item item =
                new WebhookNotice.Item(tenant, 0, null, "ref-1", "junk", 80, new Action("junk", 2, "none", 0));
        return new WebhookNotice(
                VerdictSamples.envelope(), 1, EventType.MESSAGE_VERDICT, "2026.11.24-3f9c", now(), List.of(item));
    }
}
