package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.FieldError;
import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Checks media types for a route outside Spring MVC, by the rules of Spring MVC. */
public final class JsonRequest {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private JsonRequest() {}

    /**
     * Checks that the body is JSON and that JSON is an acceptable answer.
     *
     * @throws ProblemException 415 or 406 if not
     */
    public static void requireJson(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        if (!takesJson(request)) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "Answers are application/json; say so in 'Accept' or leave it out.");
        }
    }

    /**
     * Checks that a body is UTF-8, if it is JSON at all.
     *
     * @param type the media type that its route sees
     * @throws ProblemException 400 if not
     */
    static void requireUtf8(@Nullable String type, HttpServletRequest request) {
        if (JSON.equals(type)) {
            requireUtf8(ApiRequest.of(request).body());
        }
    }

    /**
     * Checks that a body is UTF-8.
     *
     * @throws ProblemException 400 if not
     */
    public static void requireUtf8(byte[] body) {
        if (!Utf8.isWellFormed(body)) {
            throw new ProblemException(Problem.invalidBody(List.of(new FieldError("", "is not valid JSON in UTF-8"))));
        }
    }

    static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && (contentType.equals(JSON) || includesType(contentType, MediaType.APPLICATION_JSON));
    }

    private static boolean takesJson(HttpServletRequest request) {
        String first = request.getHeader("Accept");
        if (first == null || first.equals("*/*") || first.equals(JSON)) {
            return true;
        }
        return AcceptHeader.of(request)
                .map(ranges -> ranges.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith))
                .orElse(true);
    }

    private static boolean includesType(String contentType, MediaType wanted) {
        try {
            return wanted.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
