package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives every answer its {@code X-Request-Id} (the client's own, if it is fit for a log line) and the headers that keep a browser from
 * doing anything with it.
 */
final class ResponseHeadersFilter implements Filter {
    static final String REQUEST_ID = "X-Request-Id";

    private static final int MAX_ID_CHARS = 64;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        String given = ((HttpServletRequest) request).getHeader(REQUEST_ID);
        http.addHeader(REQUEST_ID, given != null && isFit(given) ? given : newId());
        http.addHeader("X-Content-Type-Options", "nosniff");
        http.addHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        http.addHeader("Cache-Control", "no-store");
        http.addHeader("Strict-Transport-Security", "max-age=31536000");
        chain.doFilter(request, response);
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
}
