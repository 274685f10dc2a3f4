package dev.winnow.ingest.compat;

import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.web.FieldError;
import dev.winnow.ingest.web.Problem;
import dev.winnow.ingest.web.ProblemException;
import dev.winnow.message.Channel;
import dev.winnow.message.InvalidMessageException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Android forwarders post: {@code {"from","text","sentStamp","receivedStamp","sim"}}, stamps in milliseconds since the epoch as a
 * number or a string.
 *
 * @param message the message
 * @param fingerprint the same for every repetition, which these clients send without any key; empty when the message has no stamp
 */
record ForwardedMessage(SmsMessage message, Optional<String> fingerprint) {
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if it is not such a message
     */
    static ForwardedMessage read(byte[] body, JsonMapper json) {
        try {
            JsonNode root = json.readTree(body);
            if (!root.path("text").isString()) {
                throw invalid("/text", "is required and must be a string");
            }
            String from = scalar(root.path("from"));
            String text = root.path("text").stringValue();
            String sent = scalar(root.path("sentStamp"));
            SmsMessage message = new SmsMessage(
                    text, from, Channel.SMS, instant(scalar(root.path("receivedStamp"))), null, null, Priority.LIVE);
            return new ForwardedMessage(
                    message, Optional.ofNullable(sent).map(stamp -> fingerprint(from, text, stamp)));
        } catch (InvalidMessageException e) {
            throw invalid(e.field().equals("sender") ? "/from" : "/" + e.field(), e.requirement());
        } catch (JacksonException e) {
            throw new ProblemException(Problem.invalid(List.of(FieldError.malformed(e))));
        }
    }

    private static @Nullable String scalar(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    /** A stamp that makes no sense is worth less than the message: it is left out. */
    private static @Nullable Instant instant(@Nullable String stamp) {
        if (stamp == null || !stamp.matches("\\d{1,15}")) {
            return null;
        }
        long millis = Long.parseLong(stamp);
        return millis > 0 && millis <= LATEST ? Instant.ofEpochMilli(millis) : null;
    }

    private static String fingerprint(@Nullable String from, String text, String sent) {
        String all = "forwarder\n" + (from == null ? "" : from) + "\n" + sent + "\n" + text;
        return RequestKey.fingerprint(all.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(Problem.invalid(List.of(new FieldError(pointer, detail))));
    }
}
