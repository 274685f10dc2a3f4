package dev.winnow.ingest.problem;

import java.util.Locale;

/** The types of problem documents (RFC 9457). */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHENTICATED(401, "The request needs a valid API key"),
    FORBIDDEN(403, "The API key may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    REQUEST_IN_PROGRESS(409, "A request with this idempotency key is still running"),
    GONE(410, "The message is past its retention"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    EXPECTATION_FAILED(417, "The expectation cannot be met"),
    IDEMPOTENCY_MISMATCH(422, "The idempotency key was used for another request"),
    NOTHING_ACCEPTED(422, "No message of the batch is valid"),
    QUOTA_EXCEEDED(429, "The quota is used up"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "The server made a mistake"),
    NOT_IMPLEMENTED(501, "The method or the transfer coding is not implemented"),
    CAPACITY_EXCEEDED(503, "The server is at its capacity"),
    BACKLOG_TIMEOUT(503, "The request waited too long for its turn"),
    QUEUE_UNAVAILABLE(503, "Messages cannot be taken in right now"),
    STORE_UNAVAILABLE(503, "Verdicts cannot be read right now"),
    SHUTTING_DOWN(503, "The server is shutting down"),
    DEADLINE_PASSED(504, "The request took too long"),
    VERSION_NOT_SUPPORTED(505, "The HTTP version is not supported");

    private static final String PREFIX = "urn:winnow:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status of the answer unless configured otherwise. */
    public int status() {
        return status;
    }

    /** A sentence that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The {@code type} member. */
    public String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether trying the same again later can help. */
    public boolean isTransient() {
        return switch (status) {
            case 409, 429, 503, 504 -> true;
            default -> false;
        };
    }

    /** The general problem of a status that the container or the framework answers with. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
