package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives each request a place in the pool of its route, or refuses it. */
final class ThrottleFilter implements Filter {
    private final ThrottleSettings settings;
    private final ThrottleBacklog submitting;
    private final ThrottleBacklog reading;
    private final ThrottleBacklog filtering;

    ThrottleFilter(ThrottleSettings settings) {
        this.settings = settings;
        this.submitting = settings.createPool();
        this.reading = settings.readingPool();
        this.filtering = settings.createPool();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ApiRequest api = ApiRequest.of(request);
        ThrottleBacklog pool = poolOf(api.route().pool());
        if (!settings.enabled() || pool == null) {
            chain.doFilter(request, response);
            return;
        }
        try (ThrottleBacklog.Place place = enterPool(pool)) {
            api.holdPlace(place);
            chain.doFilter(request, response);
        }
    }

    private @Nullable ThrottleBacklog poolOf(Route.Pool pool) {
        return switch (pool) {
            case NONE -> null;
            case SUBMITTING -> submitting;
            case READING -> reading;
            case FILTERING -> filtering;
        };
    }

    private ThrottleBacklog.Place enterPool(ThrottleBacklog pool) {
        try {
            return switch (pool.enterBacklog()) {
                case ThrottleBacklog.Entry.Admitted admitted -> admitted.place();
                case ThrottleBacklog.Entry.CapacityExceeded _ ->
                    throw toProblem(ProblemType.CAPACITY_EXCEEDED, "All places and the whole backlog are taken.");
                case ThrottleBacklog.Entry.BacklogTimeout _ ->
                    throw toProblem(
                            ProblemType.BACKLOG_TIMEOUT,
                            "No place became free within "
                                    + settings.backlogTimeout().toMillis() + " ms.");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw toProblem(ProblemType.SHUTTING_DOWN, "The server is shutting down.");
        }
    }

    private ProblemException toProblem(ProblemType type, String detail) {
        return new ProblemException(
                Problem.of(type, detail + " Try again later.").withStatus(settings.status()));
    }
}
