package dev.winnow.ingest.web;

import dev.winnow.ingest.tomcat.ClientConnection;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.valves.ValveBase;

/**
 * Serves {@code POST /v1/messages} where the container's pipeline begins: host, context, wrapper and a filter chain for each request would
 * do nothing for it. The context counts the requests in progress, and a graceful stop waits for them.
 */
public final class HotRoute extends ValveBase {
    private static final FilterChain NOTHING = (_, _) -> {};

    /** The number of requests in progress from which every connection goes through the poller, so that none goes first. */
    private static final int CROWD = 64;

    private final Filter route;

    /**
     * A route that answers every request itself.
     *
     * @param pipeline the steps before the route
     */
    public HotRoute(FilterPipeline pipeline, Filter route) {
        super(true);
        this.route = pipeline.endingWith(route);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isHotPath(request)
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

    /** The container's decoded path is not enough: the container removes dots and empty segments, and all other routes see them. */
    private static boolean isHotPath(Request request) {
        if (request.getCoyoteRequest().requestURI().equals(RouteTable.MESSAGES)) {
            return true;
        }
        return request.getDecodedRequestURIMB().equals(RouteTable.MESSAGES)
                && RouteTable.isPath(RouteTable.MESSAGES, request);
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

    /** Reports a fault that the container found while the body was read, such as a broken chunk; the next valve only reports it. */
    private void reportContainersError(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    /**
     * Lets other requests run, while a busy client sends its next request. The container then finds that request at once, and need not hand
     * the connection to its poller. If no other thread is ready, this returns at once.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Right whatever the scheduler does; it only costs less if others run.
    private static void letOthersRun() {
        Thread.yield();
    }
}
