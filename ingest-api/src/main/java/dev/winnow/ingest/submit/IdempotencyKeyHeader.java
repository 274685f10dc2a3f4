package dev.winnow.ingest.submit;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.web.ApiRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header): a quoted string, or bare as many clients send it. */
final class IdempotencyKeyHeader {
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\]){1,255})\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7e]{1,255}");

    private IdempotencyKeyHeader() {}

    /**
     * The key, if the client sent one.
     *
     * @throws ProblemException 400 if it is not readable
     */
    static Optional<String> parseHeader(ApiRequest request) {
        String header = request.header("Idempotency-Key");
        if (header == null) {
            return Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        if (BARE.matcher(header).matches()) {
            return Optional.of(header);
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "Idempotency-Key must have 1 to 255 printable ASCII characters, quoted or bare.");
    }
}
