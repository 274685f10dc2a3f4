package dev.winnow.queue;

import java.time.Instant;

/**
 * A delivery that was given up, with the reason.
 *
 * @param delivery the delivery
 * @param reason a sentence for the operator; only the first {@value #MAX_REASON_CHARS} characters are kept
 * @param failedAt the time at which the delivery was given up, by the worker's clock
 * @param ruleset the version of the live rules; {@code none} without rules
 */
public record DeadLetter(Delivery delivery, String reason, Instant failedAt, String ruleset) {
    public static final int MAX_REASON_CHARS = 500;

    public DeadLetter {
        reason = reason.length() <= MAX_REASON_CHARS ? reason : reason.substring(0, MAX_REASON_CHARS);
    }
}
