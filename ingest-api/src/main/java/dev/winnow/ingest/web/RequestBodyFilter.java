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

    private final RequestSettings settings;

    RequestBodyFilter(RequestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getMethod().equals("POST")) {
            int cap = capOf(http.getServletPath());
            request.setAttribute(RequestBody.ATTRIBUTE, new RequestBody(read(http, cap)));
        }
        chain.doFilter(request, response);
    }

    private int capOf(String path) {
        return path.equals("/v1/messages/batch") || path.equals("/v1/reports")
                ? (int) settings.maxBatchBody().toBytes()
                : (int) settings.maxBody().toBytes();
    }

    private byte[] read(HttpServletRequest request, int cap) {
        long announced = request.getContentLengthLong();
        if (announced > cap) {
            throw tooLarge(cap);
        }
        try {
            return announced >= 0
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

    private byte[] readChunked(InputStream in, int cap) throws IOException {
        long start = System.nanoTime();
        byte[] body = new byte[Math.min(cap, FIRST_CHUNK)];
        int filled = 0;
        int read = in.read(body, 0, body.length);
        while (read >= 0) {
            filled += read;
            if (filled > cap) {
                throw tooLarge(cap);
            }
            requireSpeed(start, true);
            if (filled == body.length) {
                body = Arrays.copyOf(body, Math.min(2 * filled, cap + 1));
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
        return closing(ProblemType.CONTENT_TOO_LARGE, "The body may have at most " + cap + " bytes here.");
    }

    /** What is left of the body is not worth reading, so the connection cannot be used again. */
    private static ProblemException closing(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail).with("Connection", "close"));
    }
}
