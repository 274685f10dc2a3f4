package dev.winnow.sender.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP call. */
sealed interface EndpointAnswer {
    /**
     * The receiver answered.
     *
     * @param status the HTTP status
     * @param retryAfter how long it wants to be left alone; null when it did not say
     */
    record Status(int status, @Nullable Duration retryAfter) implements EndpointAnswer {
        private static final int GONE = 410;

        boolean isSuccess() {
            return status / 100 == 2;
        }

        boolean isGone() {
            return status == GONE;
        }
    }

    /** There was no answer; why, in a few words. */
    record None(String why) implements EndpointAnswer {}
}
