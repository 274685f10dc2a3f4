package dev.winnow.ingest.submit;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.message.Channel;
import dev.winnow.message.InvalidMessageException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a submitted message from JSON, token by token: this is the hot route, and data binding costs as much again as the parsing.
 * Unknown fields are skipped. One message each.
 */
final class MessageReader {
    static final JsonFactory JSON = new JsonFactory();

    /** The last instant that is written with four digits of year; also keeps milliseconds within a long. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");

    private final JsonParser json;
    private final List<FieldError> errors = new ArrayList<>(0);

    private @Nullable String text;
    private @Nullable String sender;
    private @Nullable String channel;
    private @Nullable String receivedAt;
    private @Nullable String country;
    private @Nullable String clientRef;
    private @Nullable String priority;

    private MessageReader(JsonParser json) {
        this.json = json;
    }

    /** The result of reading a body. */
    sealed interface Parsed {
        /** A message that can be submitted. */
        record Valid(SmsMessage message) implements Parsed {}

        /** A body that is no valid message, with its errors and the client's reference if it could be read. */
        record Invalid(List<FieldError> errors, @Nullable String clientRef) implements Parsed {}
    }

    /** Reads a body that is one message. */
    static Parsed readMessage(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Parsed.Invalid(List.of(new FieldError("", "must be a JSON object")), null);
            }
            Parsed parsed = readMessage(json);
            if (json.nextToken() != null) {
                return new Parsed.Invalid(List.of(new FieldError("", "must end after the object")), null);
            }
            return parsed;
        } catch (JacksonException e) {
            return new Parsed.Invalid(List.of(FieldError.ofSyntaxError(e)), null);
        }
    }

    /** Reads the object that the parser stands at the start of, and leaves it at the object's end. */
    static Parsed readMessage(JsonParser json) {
        MessageReader reader = new MessageReader(json);
        reader.readFields();
        return reader.toMessage();
    }

    private void readFields() {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "text" -> text = readString("text", value);
                case "sender" -> sender = readString("sender", value);
                case "channel" -> channel = readString("channel", value);
                case "receivedAt" -> receivedAt = readString("receivedAt", value);
                case "country" -> country = readString("country", value);
                case "clientRef" -> clientRef = readString("clientRef", value);
                case "priority" -> priority = readString("priority", value);
                default -> json.skipChildren();
            }
        }
    }

    private @Nullable String readString(String field, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        if (value != JsonToken.VALUE_NULL) {
            rejectField(field, "must be a string");
            json.skipChildren();
        }
        return null;
    }

    private Parsed toMessage() {
        Channel via = channel().orElse(Channel.SMS);
        Priority lane = priority().orElse(Priority.LIVE);
        Instant at = receivedAt == null ? null : parseInstant(receivedAt);
        if (text == null) {
            if (errors.stream().noneMatch(error -> error.pointer().equals("/text"))) {
                rejectField("text", "is required");
            }
        } else if (errors.isEmpty()) {
            try {
                return new Parsed.Valid(new SmsMessage(text, sender, via, at, upperCase(country), clientRef, lane));
            } catch (InvalidMessageException e) {
                rejectField(e.field(), e.requirement());
            }
        }
        return new Parsed.Invalid(errors, clientRef);
    }

    private Optional<Channel> channel() {
        try {
            return Optional.ofNullable(channel).map(Channel::fromToken);
        } catch (IllegalArgumentException unknown) {
            rejectField("channel", "must be sms, mms or rcs");
            return Optional.empty();
        }
    }

    private Optional<Priority> priority() {
        return switch (priority) {
            case null -> Optional.empty();
            case "live" -> Optional.of(Priority.LIVE);
            case "bulk" -> Optional.of(Priority.BULK);
            default -> {
                rejectField("priority", "must be live or bulk");
                yield Optional.empty();
            }
        };
    }

    private @Nullable Instant parseInstant(String value) {
        try {
            Instant at = Rfc3339.parseInstant(value);
            if (!at.isBefore(Instant.EPOCH) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException malformed) {
            // Answered like a time outside the range.
        }
        rejectField("receivedAt", "must be an RFC 3339 time of 1970 to 9999 such as 2026-11-24T16:00:00Z");
        return null;
    }

    /** Two letters of A to Z in capitals; other letters can have these as their capitals, and are left for the message to refuse. */
    private static @Nullable String upperCase(@Nullable String country) {
        return country != null && LETTERS.matcher(country).matches() ? country.toUpperCase(Locale.ROOT) : country;
    }

    private void rejectField(String field, String requirement) {
        errors.add(new FieldError("/" + field, requirement));
    }
}
