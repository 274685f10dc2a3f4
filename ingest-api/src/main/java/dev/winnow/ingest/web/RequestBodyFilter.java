package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * Reads the body before anything scarce is taken: a client that dribbles its body holds a connection and a virtual thread, never a
 * place among the running requests. Content-Length and chunked bodies are the same from here on.
 */
final class RequestBodyFilter implements Filter {
    private static final int FIRST_CHUNK = 1_024;
    private static final String COMPAT = "/v1/compat/forwarder";

    /** A message of 255 parts of UCS-2 is 51 KB of UTF-8, more than three times the default cap. */
    private static final int LONGEST_MESSAGE = 4;

    private final RequestSettings settings;

    RequestBodyFilter(RequestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getMethod().equals("POST")) {
            request.setAttribute(RequestBody.ATTRIBUTE, new RequestBody(read(http, capOf(http.getServletPath()))));
        }
        chain.doFilter(request, response);
    }

    /**
     * The cap of a route counts bytes after the escapes of JSON: a client that writes every letter as an escape may send as long a text as
     * others. Where a machine sends that cannot be told of a cap, the beginning of the body is kept.
     */
    private record Cap(int bytes, boolean cuts) {
        boolean excludes(long announced) {
            return !cuts && announced > (long) bytes * DecodedLength.LONGEST_ESCAPE;
        }
    }

    private Cap capOf(String path) {
        if (path.equals("/v1/messages/batch") || path.equals("/v1/reports")) {
            return new Cap((int) settings.maxBatchBody().toBytes(), false);
        }
        int single = (int) settings.maxBody().toBytes();
        return path.equals(COMPAT) || path.startsWith(ApplePaths.PREFIX)
                ? new Cap(LONGEST_MESSAGE * single, true)
                : new Cap(single, false);
    }

    private byte[] read(HttpServletRequest request, Cap cap) {
        long announced = request.getContentLengthLong();
        if (cap.excludes(announced)) {
            throw tooLarge(cap.bytes());
        }
        try {
            return announced >= 0 && announced <= cap.bytes()
                    ? readAnnounced(request.getInputStream(), (int) announced)
                    : readChunked(request.getInputStream(), cap);
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            throw closing(ProblemType.INVALID_REQUEST, "The body ended early or its chunks are malformed.");
        }
    }

    private byte[] readAnnounced(InputStream in, int length) throws IOException {
        long start = System.nanoTime();
        byte[] body = new byte[length];
        int filled = 0;
        while (filled < length) {
            int read = in.read(body, filled, length - filled);
            if (read < 0) {
                throw new IOException("body ended early");
            }
            filled += read;
            requireSpeed(start, filled < length);
        }
        return body;
    }

    private byte[] readChunked(InputStream in, Cap cap) throws IOException {
        long start = System.nanoTime();
        byte[] body = new byte[Math.min(cap.bytes(), FIRST_CHUNK)];
        DecodedLength decoded = new DecodedLength();
        int filled = 0;
        int read = in.read(body, 0, body.length);
        while (read >= 0) {
            filled += read;
            if (filled > cap.bytes() && decoded.upTo(body, filled) > cap.bytes()) {
                if (cap.cuts()) {
                    break;
                }
                throw tooLarge(cap.bytes());
            }
            requireSpeed(start, true);
            if (filled == body.length) {
                body = Arrays.copyOf(body, Math.min(2 * filled, DecodedLength.LONGEST_ESCAPE * cap.bytes() + 1));
            }
            read = in.read(body, filled, body.length - filled);
        }
        return Arrays.copyOf(body, filled);
    }

    private void requireSpeed(long start, boolean isWaitingForMore) {
        if (isWaitingForMore
                && System.nanoTime() - start > settings.bodyTimeout().toNanos()) {
            throw tooSlow();
        }
    }

    private ProblemException tooSlow() {
        return closing(
                ProblemType.REQUEST_TIMEOUT,
                "The body did not arrive within " + settings.bodyTimeout().toSeconds() + " seconds.");
    }

    private static ProblemException tooLarge(int cap) {
        return closing(
                ProblemType.CONTENT_TOO_LARGE, "The body may have at most " + cap + " bytes here, escapes undone.");
    }

    /** What is left of the body is not worth reading, so the connection cannot be used again. */
    private static ProblemException closing(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail).with("Connection", "close"));
    }
}
