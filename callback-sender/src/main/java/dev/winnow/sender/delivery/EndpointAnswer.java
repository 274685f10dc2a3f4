package dev.winnow.sender.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of one HTTP call. */
sealed interface EndpointAnswer {
    /**
     * The receiver answered.
     *
     * @param status the HTTP status
     * @param retryAfter the pause that the receiver asked for; null if it asked for none
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

    /** The receiver did not answer; the reason in a few words. */
    record None(String why) implements EndpointAnswer {}

    /** The call was not made because of a fault of this sender; the receiver is not to blame. The reason is for the endpoint's owner. */
    record NotMade(String why) implements EndpointAnswer {}
}
