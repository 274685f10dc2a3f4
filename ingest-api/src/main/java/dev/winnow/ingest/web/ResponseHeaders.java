package dev.winnow.ingest.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Gives every answer its {@code X-Request-Id} (the client's own, if it is fit for a log line) and the headers that keep a browser from
 * doing anything with it. A valve, because what the container answers by itself is an answer too, and because it encodes what never
 * changes only once.
 */
final class ResponseHeaders extends ValveBase {
    static final String REQUEST_ID = "X-Request-Id";

    private static final int MAX_ID_CHARS = 64;

    private static final List<Encoded> ALWAYS = List.of(
            Encoded.of("X-Content-Type-Options", "nosniff"),
            Encoded.of("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Encoded.of("Cache-Control", "no-store"),
            Encoded.of("Strict-Transport-Security", "max-age=31536000"));

    ResponseHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        MimeHeaders headers = response.getCoyoteResponse().getMimeHeaders();
        for (Encoded header : ALWAYS) {
            header.addTo(headers);
        }
        String given = request.getHeader(REQUEST_ID);
        headers.addValue(REQUEST_ID).setString(given != null && isFit(given) ? given : newId());
        getNext().invoke(request, response);
    }

    /** A random UUID that nobody needs to be unable to guess: it is looked up in logs, and grants nothing. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    private static boolean isFit(String id) {
        return !id.isEmpty() && id.length() <= MAX_ID_CHARS && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** A header as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Encoded(byte[] name, byte[] value) {
        static Encoded of(String name, String value) {
            return new Encoded(name.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
        }

        void addTo(MimeHeaders headers) {
            headers.addValue(name, 0, name.length).setBytes(value, 0, value.length);
        }
    }
}
