package dev.winnow.ingest.web;

import dev.winnow.verdict.StoreUnavailableException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
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
        } catch (StoreUnavailableException e) {
            answer(storeUnavailable(), ((HttpServletRequest) request).getServletPath(), http);
        } catch (RuntimeException | ServletException e) {
            ofFault(e, http).writeTo(http);
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

    static Problem storeUnavailable() {
        return Problem.of(ProblemType.STORE_UNAVAILABLE, "The store does not answer; it is safe to try again.");
    }

    /** What a fault is answered with: the container finds a query string that cannot be decoded only when somebody asks for it. */
    static Problem ofFault(Throwable fault, HttpServletResponse response) {
        Throwable root = fault;
        while (root.getCause() != null && !(root instanceof InvalidParameterException)) {
            root = root.getCause();
        }
        return root instanceof InvalidParameterException
                ? Problem.of(ProblemType.INVALID_REQUEST, "The query string is not validly encoded.")
                : unexpected(root, response.getHeader(ResponseHeadersFilter.REQUEST_ID));
    }

    /** Logs a fault of ours by type and place: its message may quote what the client sent. */
    private static Problem unexpected(Throwable root, String requestId) {
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
