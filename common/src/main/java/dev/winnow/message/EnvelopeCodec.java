package dev.winnow.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Encodes envelopes as text that SQS accepts: JSON with names of one letter and without defaults, which is small, and which an operator can
 * read in a dead letter. Stateless; any thread.
 *
 * <p>{@code {"v":1,"id":"..","g":"group","m":[{"t":"tenant","x":"text","a":1764000000000,"s":"sender",..},..]}}
 *
 * <p>A reader skips unknown names, so that names can be added; every other change needs a new version.
 */
public final class EnvelopeCodec {
    static final int VERSION = 1;
    static final JsonFactory JSON = new JsonFactory();

    private EnvelopeCodec() {}

    /** Encodes one message for packing. Written without a JSON generator, whose set-up costs time at every submit. */
    public static EncodedSlot encode(Envelope.Slot slot) {
        SmsMessage message = slot.message();
        StringBuilder out = new StringBuilder(message.text().length() + 128);
        appendString(out, "{\"t\":\"", slot.tenant());
        appendString(out, ",\"x\":\"", message.text());
        out.append(",\"a\":").append(slot.acceptedAt().toEpochMilli());
        appendString(out, ",\"s\":\"", message.sender());
        if (message.channel() != Channel.SMS) {
            appendString(out, ",\"c\":\"", message.channel().token());
        }
        if (message.receivedAt() != null) {
            out.append(",\"r\":").append(message.receivedAt().toEpochMilli());
        }
        appendString(out, ",\"n\":\"", message.country());
        appendString(out, ",\"f\":\"", message.clientRef());
        if (message.priority() == Priority.BULK) {
            out.append(",\"b\":true");
        }
        if (message.truncated()) {
            out.append(",\"u\":true");
        }
        appendString(out, ",\"k\":\"", slot.requestKey());
        appendString(
                out, ",\"p\":\"", slot.trace() == null ? null : slot.trace().value());
        Envelope.Origin origin = slot.origin();
        appendString(out, ",\"o\":\"", origin == null ? null : origin.envelope() + "/" + origin.slot());
        String encoded = withoutForbidden(out.append('}').toString());
        return new EncodedSlot(encoded, Utf8.encodedLength(encoded));
    }

    /** Appends a string; a null is left out. */
    private static void appendString(StringBuilder out, String start, @Nullable String value) {
        if (value == null) {
            return;
        }
        out.append(start);
        if (needsEscapes(value)) {
            JsonStringEncoder.getInstance().quoteAsString(value, out);
        } else {
            out.append(value);
        }
        out.append('"');
    }

    /** Whether a text needs escapes. Few texts do, and a text without escapes is copied as a whole, which is much quicker. */
    private static boolean needsEscapes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads an envelope.
     *
     * @throws MalformedEnvelopeException if the body is no envelope of a known version
     */
    public static Envelope decode(String body) throws MalformedEnvelopeException {
        return EnvelopeReader.readEnvelope(body);
    }

    /**
     * Reads one message that {@link #encode} wrote.
     *
     * @throws MalformedEnvelopeException if the text is no message
     */
    public static Envelope.Slot decodeSlot(String json) throws MalformedEnvelopeException {
        return EnvelopeReader.readOneSlot(json);
    }

    /**
     * Reads the id of an envelope without its messages.
     *
     * @throws MalformedEnvelopeException if the beginning of the body is not that of an envelope
     */
    public static UUID idOf(String body) throws MalformedEnvelopeException {
        return EnvelopeReader.readId(body);
    }

    static String encodeHead(UUID id, String fairnessGroup) {
        return "{\"v\":" + VERSION + ",\"id\":\"" + id + "\",\"g\":\"" + fairnessGroup + "\",\"m\":[";
    }

    /** Escapes U+FFFE and U+FFFF, which SQS refuses because XML 1.0 lacks them; JSON escapes the other forbidden characters. */
    private static String withoutForbidden(String json) {
        return json.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
    }
}
