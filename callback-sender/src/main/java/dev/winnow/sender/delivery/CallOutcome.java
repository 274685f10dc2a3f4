package dev.winnow.sender.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcome of a webhook call that was due. */
sealed interface CallOutcome {
    /** The endpoint took the call. */
    record Delivered() implements CallOutcome {}

    /** The call is dropped: its endpoint was deleted, or the call was a ping, which is made once. */
    record Dropped() implements CallOutcome {}

    /** The endpoint is disabled, and the call becomes a dead letter. */
    record Refused(String reason) implements CallOutcome {}

    /**
     * The call was tried and failed.
     *
     * @param retryAfter the pause that the endpoint asked for; null if it asked for none
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements CallOutcome {}

    /** The call was not tried, because the calls before it failed. This uses up a step of the schedule, so that a dead endpoint costs little. */
    record Paused(Instant until) implements CallOutcome {}

    /** The call was not tried, because the endpoint has as many calls as it may have at once. */
    record Busy() implements CallOutcome {}
}
