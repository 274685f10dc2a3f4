package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Starts the clock of every request. */
final class RequestDeadlineFilter implements Filter {
    private final Duration timeout;

    RequestDeadlineFilter(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestDeadline.setDeadline(request, timeout);
        chain.doFilter(request, response);
    }
}
