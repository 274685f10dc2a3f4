package dev.winnow.ingest.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the filters and routes below it throw into problem documents. */
final class ProblemFilter implements Filter {
    private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        try {
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            answer(e.problem(), ((HttpServletRequest) request).getServletPath(), http);
        } catch (RuntimeException | ServletException e) {
            unexpected(e, http.getHeader(ResponseHeadersFilter.REQUEST_ID)).writeTo(http);
        }
    }

    /** iOS gives its extension no status, only a body, so what the filter asks is answered with an action whatever happened. */
    private static void answer(Problem problem, String path, HttpServletResponse response) throws IOException {
        if (path.startsWith(ApplePaths.PREFIX) && path.endsWith("/message-filter")) {
            ApplePaths.writeNoAction(response);
        } else {
            problem.writeTo(response);
        }
    }

    /** Logs a fault of ours by type and place: its message may quote what the client sent. */
    static Problem unexpected(Throwable fault, String requestId) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        log.error(
                "request {} failed with {} at {}",
                requestId,
                root.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return Problem.of(
                ProblemType.INTERNAL_ERROR, "The fault is logged under request " + requestId + "; please report it.");
    }
}
