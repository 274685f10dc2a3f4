package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of a route outside Spring MVC, whose rules it follows. */
public final class JsonRequest {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private JsonRequest() {}

    /**
     * Checks that the body is JSON and that JSON is an acceptable answer.
     *
     * @throws ProblemException 415 or 406 if not
     */
    public static void require(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        if (!takesJson(request.getHeader("Accept"))) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "Answers are application/json; say so in 'Accept' or leave it out.");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && (contentType.equals(JSON) || includes(contentType, MediaType.APPLICATION_JSON));
    }

    private static boolean takesJson(@Nullable String accept) {
        if (accept == null || accept.equals("*/*") || accept.equals(JSON)) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean includes(String contentType, MediaType wanted) {
        try {
            return wanted.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
