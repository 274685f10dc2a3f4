package dev.winnow.ingest.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A problem document (RFC 9457). Never holds text or keys of the client. Immutable; any thread.
 *
 * @param type the type of problem
 * @param status the HTTP status
 * @param detail this occurrence and the next step, in a sentence
 * @param errors the errors in the body; empty for all other problems
 * @param headers response headers that belong to it, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(
        ProblemType type, int status, String detail, List<FieldError> errors, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /** A problem of this type; a transient one tells the client to come back in one to three seconds, so that not all do at once. */
    public static Problem of(ProblemType type, String detail) {
        Map<String, String> headers = type.isTransient()
                ? Map.of(
                        "Retry-After",
                        String.valueOf(ThreadLocalRandom.current().nextInt(1, 4)))
                : Map.of();
        return new Problem(type, type.status(), detail, List.of(), headers);
    }

    /** A body with errors. */
    public static Problem invalidBody(List<FieldError> errors) {
        return new Problem(
                ProblemType.INVALID_REQUEST,
                ProblemType.INVALID_REQUEST.status(),
                "The body does not meet the requirements listed in 'errors'.",
                errors,
                Map.of());
    }

    /** The same problem with one more response header. */
    public Problem withHeader(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(type, status, detail, errors, more);
    }

    /** The same problem under another status. */
    public Problem withStatus(int other) {
        return new Problem(type, other, detail, errors, headers);
    }

    /** Answers with this problem, unless an answer is under way already. */
    public void writeTo(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = beginAnswer(response);
        response.getOutputStream().write(body);
    }

    /** Sets status and headers of an answer that is not under way yet; the returned body has to follow. */
    public byte[] beginAnswer(HttpServletResponse response) {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        headers.forEach(response::setHeader);
        byte[] body = toJson();
        response.setContentLength(body.length);
        return body;
    }

    /** The document in UTF-8. */
    public byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            writeTo(json);
        }
        return out.toByteArray();
    }

    /** Writes the problem as a member of a larger document. */
    public void writeTo(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", type.uri());
        json.writeStringProperty("title", type.title());
        json.writeNumberProperty("status", status);
        json.writeStringProperty("detail", detail);
        if (!errors.isEmpty()) {
            json.writeArrayPropertyStart("errors");
            for (FieldError error : errors) {
                json.writeStartObject();
                json.writeStringProperty("pointer", error.pointer());
                json.writeStringProperty("detail", error.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
