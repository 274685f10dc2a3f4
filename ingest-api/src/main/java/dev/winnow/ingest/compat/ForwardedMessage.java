package dev.winnow.ingest.compat;

import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.lenient.LenientBody;
import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.message.Priority;
import dev.winnow.message.SmsMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as Android forwarders and gateways post it: {@code {"from","text","sentStamp","receivedStamp","sim"}}, or one of the events that
 * {@link ForwardedFields} knows. Malformed values are repaired.
 *
 * @param message the message
 * @param fingerprint the same for every repetition, which these clients send without any key; empty when the message has no stamp
 */
record ForwardedMessage(SmsMessage message, Optional<String> fingerprint) {
    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if there is no text in it
     */
    static ForwardedMessage readBody(byte[] body) {
        JsonNode root = LenientBody.read(body)
                .orElseThrow(() -> invalidBody("", "must be a JSON object or the fields of a form"));
        ForwardedFields fields = ForwardedFields.of(root);
        String text = fields.text();
        if (text == null || text.isEmpty()) {
            throw invalidBody(fields.textPointer(), "is required and must not be empty");
        }
        SmsMessage message = SmsMessage.repaired(
                text,
                fields.sender(),
                fields.channel(),
                Stamp.parse(fields.receivedAt()).orElse(null),
                Priority.LIVE);
        return new ForwardedMessage(
                message, Optional.ofNullable(fields.stamp()).map(stamp -> fingerprintOf(fields.sender(), text, stamp)));
    }

    static ProblemException invalidBody(String pointer, String detail) {
        return new ProblemException(Problem.invalidBody(List.of(new FieldError(pointer, detail))));
    }

    private static String fingerprintOf(@Nullable String from, String text, String sent) {
        String all = "forwarder\n" + (from == null ? "" : from) + "\n" + sent + "\n" + text;
        return RequestKey.fingerprint(all.getBytes(StandardCharsets.UTF_8));
    }
}
