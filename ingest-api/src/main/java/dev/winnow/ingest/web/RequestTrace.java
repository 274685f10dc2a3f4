package dev.winnow.ingest.web;

import dev.winnow.message.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The trace that a client follows its request by. Read where it is needed: few clients name one, and the look-up is all it costs. */
public final class RequestTrace {
    private RequestTrace() {}

    /** The trace that the request names; empty when it names none that is valid. */
    public static Optional<TraceParent> traceOf(HttpServletRequest request) {
        return TraceParent.parseHeader(request.getHeader(TraceParent.HEADER));
    }
}
