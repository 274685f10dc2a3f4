package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.valves.ValveBase;

/**
 * Serves {@code POST} to one path where the container's pipeline begins: host, context, wrapper and a filter chain made for each request
 * would do nothing for it. The context counts what is in progress, and a graceful stop waits for it.
 */
public final class HotRoute extends ValveBase {
    private static final FilterChain NOTHING = (_, _) -> {};

    /** From so many requests in progress on, every connection takes its turn at the poller: those that do not would go first. */
    private static final int CROWD = 64;

    private final String path;
    private final Filter route;

    /**
     * A route that answers every request itself.
     *
     * @param path the whole path, decoded
     * @param pipeline what its requests pass through before it
     */
    public HotRoute(String path, FilterPipeline pipeline, Filter route) {
        super(true);
        this.path = path;
        this.route = pipeline.endingWith(route);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getDecodedRequestURIMB().equals(path)
                && request.getMethod().equals("POST")
                && request.getContext() instanceof StandardContext context) {
            serveHot(request, response, context);
            if (context.getInProgressAsyncCount() < CROWD) {
                letOthersRun();
            }
        } else {
            getNext().invoke(request, response);
        }
    }

    private void serveHot(Request request, Response response, StandardContext context)
            throws IOException, ServletException {
        context.incrementInProgressAsyncCount();
        try {
            HotRequest hot = new HotRequest(request);
            ClientConnection.holdConnection(hot, request);
            route.doFilter(hot, response, NOTHING);
            if (response.isErrorReportRequired()) {
                reportContainersError(request, response);
            } else {
                response.finishResponse();
            }
        } finally {
            context.decrementInProgressAsyncCount();
        }
    }

    /** The container found a fault while the body was read, such as a broken chunk; what is behind here reports it and runs nothing else. */
    private void reportContainersError(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    /**
     * A busy client sends its next request while other requests run. The container, which looks for it next, then finds it, and need not
     * give the connection to its poller and get it back. Nobody waits: with nothing else to run this returns at once.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Right whatever the scheduler does; it only costs less if others run.
    private static void letOthersRun() {
        Thread.yield();
    }
}
