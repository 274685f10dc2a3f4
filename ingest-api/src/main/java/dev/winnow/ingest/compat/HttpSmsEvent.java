package dev.winnow.ingest.compat;

import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.message.Channel;
import tools.jackson.databind.JsonNode;

/**
 * An event of httpSMS: a CloudEvent in JSON (CloudEvents 1.0, structured mode) of the type {@code message.phone.received}, with
 * {@code {"message_id","user_id","owner","contact","timestamp","content","sim"}} as its data.
 */
final class HttpSmsEvent {
    private static final String RECEIVED = "message.phone.received";

    private HttpSmsEvent() {}

    static boolean isOne(JsonNode root) {
        return root.path("specversion").isString() && root.path("type").isString();
    }

    static ForwardedFields fields(JsonNode root) {
        if (!root.path("type").stringValue().equals(RECEIVED)) {
            throw ForwardedMessage.invalidBody(
                    "/type", "must be " + RECEIVED + "; subscribe the webhook to this event only");
        }
        JsonNode data = root.path("data");
        String id = LenientBody.scalar(data.path("message_id"));
        return new ForwardedFields(
                LenientBody.scalar(data.path("content")),
                "/data/content",
                LenientBody.scalar(data.path("contact")),
                Channel.SMS,
                id == null ? LenientBody.scalar(root.path("id")) : id,
                LenientBody.scalar(data.path("timestamp")));
    }
}
