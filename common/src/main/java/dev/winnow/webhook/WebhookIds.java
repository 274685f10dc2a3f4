package dev.winnow.webhook;

import dev.winnow.idempotency.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Derives the ids by which receivers tell events apart ({@code webhook-id}). An id is derived from its event, so that work that is repeated
 * after a crash makes the same id. Ids are not secret: a receiver knows all parts of them. Stateless; any thread.
 */
public final class WebhookIds {
    private static final int HEX_DIGITS = 40;

    private WebhookIds() {}

    /**
     * Derives the id of the event of one verdict.
     *
     * @param item the verdict; a request key stands for the message, because a repeated request can make two messages and must make one event
     */
    public static String deriveId(WebhookNotice notice, WebhookNotice.Item item, String endpoint) {
        String message = item.requestKey() == null ? notice.envelope() + "#" + item.slot() : "key#" + item.requestKey();
        return deriveId(List.of(item.tenant(), endpoint, notice.event().token(), "r" + notice.revision(), message));
    }

    /** Derives an id from parts, for a call with several events and for a ping. */
    public static String deriveId(List<String> parts) {
        String digest = RequestKey.fingerprint(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return "msg_" + digest.substring(0, HEX_DIGITS);
    }
}
