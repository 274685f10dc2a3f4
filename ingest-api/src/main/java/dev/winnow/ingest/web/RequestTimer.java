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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Times every answer by route, method, status and wish to wait for a verdict ({@code winnow_requests_seconds}). Stands in for Spring's
 * observations, which cost a submit more than any step of ours.
 */
final class RequestTimer implements Filter {
    /** The bounds of the histogram: from a submit to a long poll. */
    private static final Duration[] BOUNDS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Answer(String route, String method, int status, boolean waits) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            HttpServletRequest http = (HttpServletRequest) request;
            Answer answer = new Answer(
                    ApiRequest.find(request).map(found -> found.route().path()).orElse("/**"),
                    tagOf(http.getMethod()),
                    ((HttpServletResponse) response).getStatus(),
                    http.getHeader("Prefer") != null);
            timers.computeIfAbsent(answer, this::timerFor).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timerFor(Answer answer) {
        return Timer.builder("winnow.requests")
                .description("Answered requests; those with waits=true may have waited for a verdict")
                .serviceLevelObjectives(BOUNDS)
                .tag("route", answer.route())
                .tag("method", answer.method())
                .tag("waits", String.valueOf(answer.waits()))
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
