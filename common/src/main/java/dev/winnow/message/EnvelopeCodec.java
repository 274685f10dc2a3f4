package dev.winnow.message;

import java.io.StringWriter;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Envelopes as text that SQS accepts: JSON with one-letter names and absent defaults, so that it is small and an operator can still
 * read a dead letter. Stateless; any thread.
 *
 * <p>{@code {"v":1,"id":"..","g":"group","m":[{"t":"tenant","x":"text","a":1764000000000,"s":"sender",..},..]}}
 *
 * <p>A reader skips names it does not know, so names can be added; anything else is a new version.
 */
public final class EnvelopeCodec {
    static final int VERSION = 1;
    static final JsonFactory JSON = new JsonFactory();

    private EnvelopeCodec() {}

    /** Encodes one message for packing. */
    public static EncodedSlot encode(Envelope.Slot slot) {
        SmsMessage message = slot.message();
        StringWriter out = new StringWriter(message.text().length() + 96);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("t", slot.tenant());
            json.writeStringProperty("x", message.text());
            json.writeNumberProperty("a", slot.acceptedAt().toEpochMilli());
            if (message.sender() != null) {
                json.writeStringProperty("s", message.sender());
            }
            if (message.channel() != Channel.SMS) {
                json.writeStringProperty("c", message.channel().token());
            }
            if (message.receivedAt() != null) {
                json.writeNumberProperty("r", message.receivedAt().toEpochMilli());
            }
            if (message.country() != null) {
                json.writeStringProperty("n", message.country());
            }
            if (message.clientRef() != null) {
                json.writeStringProperty("f", message.clientRef());
            }
            if (message.priority() == Priority.BULK) {
                json.writeBooleanProperty("b", true);
            }
            if (slot.requestKey() != null) {
                json.writeStringProperty("k", slot.requestKey());
            }
            json.writeEndObject();
        }
        String encoded = withoutForbidden(out.toString());
        return new EncodedSlot(encoded, Utf8.length(encoded));
    }

    /**
     * Reads an envelope.
     *
     * @throws MalformedEnvelopeException if the body is not an envelope of a version this code knows
     */
    public static Envelope decode(String body) throws MalformedEnvelopeException {
        return EnvelopeReader.read(body);
    }

    static String head(UUID id, String fairnessGroup) {
        return "{\"v\":" + VERSION + ",\"id\":\"" + id + "\",\"g\":\"" + fairnessGroup + "\",\"m\":[";
    }

    /** SQS takes the characters of XML 1.0 only: control characters are escaped by JSON already, these two are not. */
    private static String withoutForbidden(String json) {
        return json.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
    }
}
