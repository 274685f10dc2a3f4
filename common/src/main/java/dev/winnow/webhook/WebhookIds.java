package dev.winnow.webhook;

import dev.winnow.idempotency.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ids by which receivers tell events apart ({@code webhook-id}). They are derived, so that work that is repeated after a crash makes
 * the same event, and they are not secret: a receiver knows everything they are made of. Stateless; any thread.
 */
public final class WebhookIds {
    private static final int HEX_DIGITS = 40;

    private WebhookIds() {}

    /**
     * The id of one verdict's event.
     *
     * @param item its request key stands for the message, if it has one: a repeated request makes two messages and one event
     */
    public static String deriveId(WebhookNotice notice, WebhookNotice.Item item, String endpoint) {
        String message = item.requestKey() == null ? notice.envelope() + "#" + item.slot() : "key#" + item.requestKey();
        return deriveId(List.of(item.tenant(), endpoint, notice.event().token(), "r" + notice.revision(), message));
    }

    /** The id of a call that carries several events, or of one that nothing else names. */
    public static String deriveId(List<String> parts) {
        String digest = RequestKey.fingerprint(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return "msg_" + digest.substring(0, HEX_DIGITS);
    }
}
