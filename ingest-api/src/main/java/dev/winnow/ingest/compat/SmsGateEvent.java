package dev.winnow.ingest.compat;

import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.message.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of SMS Gateway for Android (sms-gate.app): {@code {"deviceId","event","id","webhookId","payload":{"messageId","message",
 * "phoneNumber","simNumber","receivedAt"}}}. Newer versions call the number {@code sender}.
 */
final class SmsGateEvent {
    private SmsGateEvent() {}

    static boolean isOne(JsonNode root) {
        return root.path("event").isString() && root.path("payload").isObject();
    }

    static ForwardedFields fields(JsonNode root) {
        JsonNode payload = root.path("payload");
        return switch (root.path("event").stringValue()) {
            case "sms:received" ->
                fields(payload, Channel.SMS, LenientBody.scalar(payload.path("message")), "/payload/message");
            case "mms:downloaded" -> fields(payload, Channel.MMS, mmsText(payload), "/payload/body");
            default ->
                throw ForwardedMessage.invalidBody(
                        "/event", "must be sms:received or mms:downloaded; register the webhook for these events only");
        };
    }

    private static ForwardedFields fields(JsonNode payload, Channel channel, @Nullable String text, String pointer) {
        String sender = LenientBody.scalar(payload.path("sender"));
        String receivedAt = LenientBody.scalar(payload.path("receivedAt"));
        return new ForwardedFields(
                text,
                pointer,
                sender == null ? LenientBody.scalar(payload.path("phoneNumber")) : sender,
                channel,
                // The id is made from the content, so it tells less than the time.
                receivedAt == null ? LenientBody.scalar(payload.path("messageId")) : receivedAt,
                receivedAt);
    }

    private static @Nullable String mmsText(JsonNode payload) {
        String subject = LenientBody.scalar(payload.path("subject"));
        String body = LenientBody.scalar(payload.path("body"));
        if (subject == null || subject.isEmpty()) {
            return body;
        }
        return body == null ? subject : subject + "\n" + body;
    }
}
