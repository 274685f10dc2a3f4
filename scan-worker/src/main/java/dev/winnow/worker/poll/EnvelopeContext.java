package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.message.TraceParent;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/** Notes which envelope a thread works on, so that its log lines carry the ids of envelope and traces. */
final class EnvelopeContext {
    private static final String ENVELOPE = "envelopeId";
    private static final String TRACES = "traceId";

    private EnvelopeContext() {}

    /** An envelope has as many traces as its messages, most often none: all of them, separated by spaces. */
    static void setTraces(Envelope envelope) {
        MDC.put(ENVELOPE, envelope.id().toString());
        String traces = envelope.slots().stream()
                .map(Envelope.Slot::trace)
                .filter(Objects::nonNull)
                .map(TraceParent::traceId)
                .distinct()
                .collect(Collectors.joining(" "));
        if (!traces.isEmpty()) {
            MDC.put(TRACES, traces);
        }
    }

    static void clearTraces() {
        MDC.remove(ENVELOPE);
        MDC.remove(TRACES);
    }
}
