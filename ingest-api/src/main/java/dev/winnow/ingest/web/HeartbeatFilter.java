package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers {@code /ping}, in any letter case, before any step that could be full or slow: the load balancer asks every few seconds
 * and only needs to know that the process answers.
 */
final class HeartbeatFilter implements Filter {
    /** Tomcat leaves requests with this attribute out of the access log ({@code server.tomcat.accesslog.condition-unless}). */
    static final String UNLOGGED = "dev.winnow.unlogged";

    private static final String PATH = "/ping";
    private static final String METHODS = "GET, HEAD, OPTIONS";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!PATH.equalsIgnoreCase(http.getServletPath()) || !RouteTable.isPath(PATH, http)) {
            chain.doFilter(request, response);
            return;
        }
        if (http.getMethod().equals("GET") || http.getMethod().equals("HEAD")) {
            request.setAttribute(UNLOGGED, true);
            response.setContentType("text/plain");
            response.setContentLength(1);
            response.getOutputStream().write('.');
        } else if (http.getMethod().equals("OPTIONS")) {
            ((HttpServletResponse) response).setHeader("Allow", METHODS);
            response.setContentLength(0);
        } else {
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, PATH + " answers GET and HEAD.")
                    .withHeader("Allow", METHODS)
                    .writeTo((HttpServletResponse) response);
        }
    }
}
