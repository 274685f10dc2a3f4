package dev.winnow.ingest.web;

import dev.winnow.ingest.problem.Problem;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.tomcat.ResponseHeaders;
import dev.winnow.message.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs one line for each request that failed by a fault of the server, with its request id and trace id. Any thread. */
final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    /** The problems worth a line. Refusals for lack of capacity are not: they are most frequent when there is least time to write. */
    private static final Set<ProblemType> OURS =
            Set.of(ProblemType.QUEUE_UNAVAILABLE, ProblemType.STORE_UNAVAILABLE, ProblemType.DEADLINE_PASSED);

    private FailureLog() {}

    /**
     * Logs the problem that a request is answered with, if it is worth a line.
     *
     * @param why the cause, without any text of the client
     */
    static void logProblem(Problem problem, String why, HttpServletRequest request, HttpServletResponse response) {
        if (OURS.contains(problem.type())) {
            String id = requestId(response);
            addDetails(log.atWarn(), id, request).log("request {} is answered {}: {}", id, problem.status(), why);
        }
    }

    /** Logs a fault by its type and place only: its message may quote the request. */
    static void logFault(Throwable fault, HttpServletRequest request, HttpServletResponse response) {
        StackTraceElement[] trace = fault.getStackTrace();
        String id = requestId(response);
        addDetails(log.atError(), id, request)
                .log(
                        "request {} failed with {} at {}",
                        id,
                        fault.getClass().getName(),
                        trace.length == 0 ? "an unknown place" : trace[0]);
    }

    static String requestId(HttpServletResponse response) {
        return String.valueOf(response.getHeader(ResponseHeaders.REQUEST_ID));
    }

    private static LoggingEventBuilder addDetails(
            LoggingEventBuilder line, String requestId, HttpServletRequest request) {
        LoggingEventBuilder named = line.addKeyValue("requestId", requestId);
        return TraceParent.parseHeader(request.getHeader(TraceParent.HEADER))
                .map(trace -> named.addKeyValue("traceId", trace.traceId()))
                .orElse(named);
    }
}
