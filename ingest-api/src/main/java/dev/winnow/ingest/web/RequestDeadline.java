package dev.winnow.ingest.web;

import jakarta.servlet.ServletRequest;
import java.time.Duration;

/**
 * The time by which a request must have been answered. It interrupts nothing: each blocking step asks for the time left, and gives up
 * with 504.
 */
public final class RequestDeadline {
    private static final String ATTRIBUTE = "dev.winnow.deadline";

    private RequestDeadline() {}

    static void setDeadline(ServletRequest request, Duration timeout) {
        request.setAttribute(ATTRIBUTE, System.nanoTime() + timeout.toNanos());
    }

    /** The time that the request may still take; zero when it is over. */
    public static Duration timeLeft(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Long deadline) {
            return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        }
        throw new IllegalStateException("no deadline was set; is the deadline filter registered?");
    }
}
