package dev.winnow.ingest.tomcat;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** A client that closed its connection before it had its answer. It is no fault of ours, and there is no one to tell. */
public final class HangUp {
    private HangUp() {}

    /** Whether a failure comes from that, however many exceptions are around it. */
    public static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof ClientAbortException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
