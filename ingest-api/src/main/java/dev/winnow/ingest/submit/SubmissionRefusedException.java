package dev.winnow.ingest.submit;

import org.jspecify.annotations.Nullable;

/** A message was not taken in; it is safe to submit it again. */
public final class SubmissionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SubmissionRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
