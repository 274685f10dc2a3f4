package dev.winnow.ingest.tomcat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer its {@code X-Request-Id} (the client's own, if it is fit for a log line) and the headers that keep a browser from
 * interpreting or storing it.
 *
 * <p>They are handed over as strings. The container keeps an array that it is given as the buffer of that header, and encodes the next
 * answer's header into it: an array that all answers share would change for all of them.
 */
public final class ResponseHeaders {
    /** The header with the id of a request. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final int MAX_ID_CHARS = 64;

    private static final List<Fixed> ALWAYS = List.of(
            new Fixed("X-Content-Type-Options", "nosniff"),
            new Fixed("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new Fixed("Cache-Control", "no-store"),
            new Fixed("Strict-Transport-Security", "max-age=31536000"));

    private ResponseHeaders() {}

    private record Fixed(String name, String value) {}

    /** Adds the headers. To be called once a request, before its answer can begin. */
    static void addTo(Response response, Request request) {
        MimeHeaders headers = response.getMimeHeaders();
        for (Fixed header : ALWAYS) {
            headers.addValue(header.name()).setString(header.value());
        }
        headers.addValue(REQUEST_ID).setString(idOf(request));
    }

    private static String idOf(Request request) {
        @Nullable String given = request.getHeader(REQUEST_ID);
        return given != null && isFit(given) ? given : newId();
    }

    /** A random UUID that may be guessable: it is looked up in logs, and grants nothing. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    private static boolean isFit(String id) {
        return !id.isEmpty() && id.length() <= MAX_ID_CHARS && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
