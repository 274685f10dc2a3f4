package dev.winnow.ingest.web;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** A client that closed its connection before it had its answer. It is no fault of ours, and there is no one to tell. */
final class HangUp {
    private HangUp() {}

    /** Whether a failure comes from that, however many exceptions are around it. */
    static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof ClientAbortException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
