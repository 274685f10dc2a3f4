package dev.winnow.ingest.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives every answer its {@code X-Request-Id} (the client's own, if it is fit for a log line) and the headers that keep a browser from
 * doing anything with it.
 */
final class ResponseHeadersFilter implements Filter {
    static final String REQUEST_ID = "X-Request-Id";

    private static final int MAX_ID_CHARS = 64;

    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        String given = ((HttpServletRequest) request).getHeader(REQUEST_ID);
        http.setHeader(
                REQUEST_ID,
                given != null && isFit(given) ? given : ids.generate().toString());
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        http.setHeader("Cache-Control", "no-store");
        http.setHeader("Strict-Transport-Security", "max-age=31536000");
        chain.doFilter(request, response);
    }

    private static boolean isFit(String id) {
        return !id.isEmpty() && id.length() <= MAX_ID_CHARS && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
