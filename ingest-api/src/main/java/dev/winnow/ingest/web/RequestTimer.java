package dev.winnow.ingest.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Times every answer by method and status ({@code winnow_requests_seconds}). Stands in for Spring's observations, which cost a submit more
 * than any step of ours.
 */
final class RequestTimer implements Filter {
    private final MeterRegistry registry;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Answer(String method, int status) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            String method = tagOf(((HttpServletRequest) request).getMethod());
            int status = ((HttpServletResponse) response).getStatus();
            timers.computeIfAbsent(new Answer(method, status), this::timerFor)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timerFor(Answer answer) {
        return Timer.builder("winnow.requests")
                .description("Answered requests, waiting for verdicts included")
                .tag("method", answer.method())
                .tag("status", String.valueOf(answer.status()))
                .register(registry);
    }

    /** A client can send any word as a method; each would be a time series. */
    private static String tagOf(String method) {
        return switch (method) {
            case "GET", "POST" -> method;
            default -> "other";
        };
    }
}
