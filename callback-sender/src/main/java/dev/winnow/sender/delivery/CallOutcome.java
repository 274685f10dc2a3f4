package dev.winnow.sender.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a call that was due. */
sealed interface CallOutcome {
    /** The endpoint has it. */
    record Delivered() implements CallOutcome {}

    /** There is no such endpoint any more, or nobody waits for this call: it is dropped. */
    record Dropped() implements CallOutcome {}

    /** The endpoint is disabled: nothing is tried any more. */
    record Refused(String reason) implements CallOutcome {}

    /**
     * It was tried and failed.
     *
     * @param retryAfter how long the endpoint wants to be left alone; null when it did not say
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements CallOutcome {}

    /** It was not tried, because the calls before it failed; a step of the schedule all the same, or a dead endpoint would cost more and more. */
    record Paused(Instant until) implements CallOutcome {}

    /** It was not tried, because the endpoint has enough to do. */
    record Busy() implements CallOutcome {}
}
