package dev.winnow.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads one envelope from its JSON, token by token and without a tree in memory. One thread. */
final class EnvelopeReader {
    private final JsonParser json;

    private EnvelopeReader(JsonParser json) {
        this.json = json;
    }

    static Envelope readEnvelope(String body) throws MalformedEnvelopeException {
        return readEnvelope(body, EnvelopeReader::readFields);
    }

    /** Reads up to the id, which stands before the messages. */
    static UUID readId(String body) throws MalformedEnvelopeException {
        return readEnvelope(body, EnvelopeReader::readId);
    }

    static Envelope.Slot readOneSlot(String json) throws MalformedEnvelopeException {
        return readEnvelope(json, reader -> {
            expectToken(reader.json.nextToken(), JsonToken.START_OBJECT);
            return reader.readSlot();
        });
    }

    private interface Reading<T> {
        T readFrom(EnvelopeReader reader) throws MalformedEnvelopeException;
    }

    private static <T> T readEnvelope(String body, Reading<T> reading) throws MalformedEnvelopeException {
        try (JsonParser json = EnvelopeCodec.JSON.createParser(ObjectReadContext.empty(), body)) {
            return reading.readFrom(new EnvelopeReader(json));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedEnvelopeException(
                    "not a readable envelope: " + e.getClass().getSimpleName(), e);
        }
    }

    private UUID readId() throws MalformedEnvelopeException {
        expectToken(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("id")) {
                return UUID.fromString(json.getString());
            }
            json.skipChildren();
        }
        throw new MalformedEnvelopeException("an envelope needs an id");
    }

    private Envelope readFields() throws MalformedEnvelopeException {
        @Nullable UUID id = null;
        @Nullable String group = null;
        List<Envelope.Slot> slots = new ArrayList<>();
        expectToken(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "v" -> requireKnownVersion(json.getIntValue());
                case "id" -> id = UUID.fromString(json.getString());
                case "g" -> group = json.getString();
                case "m" -> readSlots(slots);
                default -> json.skipChildren();
            }
        }
        if (id == null || group == null) {
            throw new MalformedEnvelopeException("an envelope needs an id and a fairness group");
        }
        return new Envelope(id, group, slots);
    }

    private void readSlots(List<Envelope.Slot> slots) throws MalformedEnvelopeException {
        expectToken(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            slots.add(readSlot());
        }
    }

    private Envelope.Slot readSlot() throws MalformedEnvelopeException {
        @Nullable String tenant = null;
        @Nullable String text = null;
        @Nullable String sender = null;
        @Nullable String country = null;
        @Nullable String clientRef = null;
        @Nullable String requestKey = null;
        @Nullable TraceParent trace = null;
        @Nullable Instant receivedAt = null;
        Envelope.@Nullable Origin origin = null;
        Channel channel = Channel.SMS;
        Priority priority = Priority.LIVE;
        boolean truncated = false;
        long acceptedAt = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "t" -> tenant = json.getString();
                case "x" -> text = json.getString();
                case "a" -> acceptedAt = json.getLongValue();
                case "s" -> sender = json.getString();
                case "c" -> channel = Channel.fromToken(json.getString());
                case "r" -> receivedAt = Instant.ofEpochMilli(json.getLongValue());
                case "n" -> country = json.getString();
                case "f" -> clientRef = json.getString();
                case "k" -> requestKey = json.getString();
                case "p" -> trace = TraceParent.parseHeader(json.getString()).orElse(null);
                case "o" -> origin = parseOrigin(json.getString());
                case "u" -> truncated = value == JsonToken.VALUE_TRUE;
                case "b" -> priority = value == JsonToken.VALUE_TRUE ? Priority.BULK : Priority.LIVE;
                default -> json.skipChildren();
            }
        }
        if (tenant == null || text == null) {
            throw new MalformedEnvelopeException("a slot needs a tenant and a text");
        }
        SmsMessage message = new SmsMessage(text, sender, channel, receivedAt, country, clientRef, priority, truncated);
        return new Envelope.Slot(tenant, message, Instant.ofEpochMilli(acceptedAt), requestKey, trace, origin);
    }

    private static Envelope.Origin parseOrigin(String text) {
        int slash = text.indexOf('/');
        return new Envelope.Origin(
                UUID.fromString(text.substring(0, Math.max(0, slash))), Integer.parseInt(text.substring(slash + 1)));
    }

    private static void requireKnownVersion(int version) throws MalformedEnvelopeException {
        if (version != EnvelopeCodec.VERSION) {
            throw new MalformedEnvelopeException(
                    "envelope version " + version + " is unknown to this worker, which reads " + EnvelopeCodec.VERSION
                            + "; deploy workers before API tasks");
        }
    }

    private static void expectToken(@Nullable JsonToken actual, JsonToken expected) throws MalformedEnvelopeException {
        if (actual != expected) {
            throw new MalformedEnvelopeException("expected " + expected + " in an envelope, got " + actual);
        }
    }
}
