package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.tomcat.HangUp;
import dev.winnow.ingest.tomcat.KeepAliveRefusal;
import dev.winnow.store.StoreUnavailableException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;

/** Turns exceptions of the filters and routes below it into problem documents. */
final class ProblemFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            answerProblem(e.problem(), e.problem().detail(), http, answer);
        } catch (StoreUnavailableException e) {
            answerProblem(storeUnavailable(), String.valueOf(e.getMessage()), http, answer);
        } catch (RuntimeException | ServletException e) {
            if (!HangUp.isCauseOf(e)) {
                ofFault(e, http, answer).writeTo(answer);
            }
        }
    }

    /** Answers with a problem; the iOS filter always gets an action, because iOS shows its extension only the body. */
    private static void answerProblem(
            Problem problem, String why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FailureLog.logProblem(problem, why, request, response);
        Route.Errors form =
                ApiRequest.find(request).map(api -> api.route().errors()).orElse(Route.Errors.PROBLEM);
        switch (form) {
            case NO_ACTION -> NoAction.writeTo(response);
            case PROBLEM -> answerKept(problem, request, response);
        }
    }

    /** Answers with a problem, and keeps the connection if the body was read. */
    static void answerKept(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isBodyRead =
                ApiRequest.find(request).filter(ApiRequest::isBodyRead).isPresent();
        KeepAliveRefusal.answerProblem(problem, isBodyRead, request, response);
    }

    static Problem storeUnavailable() {
        return Problem.of(ProblemType.STORE_UNAVAILABLE, "The store does not answer; it is safe to try again.");
    }

    /** The problem for a fault. The container reports a query string that cannot be decoded only when it is read. */
    static Problem ofFault(Throwable fault, HttpServletRequest request, HttpServletResponse response) {
        Throwable root = fault;
        while (root.getCause() != null && !(root instanceof InvalidParameterException)) {
            root = root.getCause();
        }
        if (root instanceof InvalidParameterException) {
            return Problem.of(ProblemType.INVALID_REQUEST, "The query string is not validly encoded.");
        }
        FailureLog.logFault(root, request, response);
        return Problem.of(
                ProblemType.INTERNAL_ERROR,
                "The fault is logged under request " + FailureLog.requestId(response) + "; please report it.");
    }
}
