package dev.winnow.queue;

import java.time.Instant;

/**
 * A delivery that is given up, and why.
 *
 * @param delivery what was delivered
 * @param reason a sentence for the operator, at most {@value #MAX_REASON_CHARS} characters; cut when longer
 * @param failedAt when it was given up, by the worker's clock
 * @param ruleset the version of the rules that were live; {@code none} when there were none
 */
public record DeadLetter(Delivery delivery, String reason, Instant failedAt, String ruleset) {
    public static final int MAX_REASON_CHARS = 500;

    public DeadLetter {
        reason = reason.length() <= MAX_REASON_CHARS ? reason : reason.substring(0, MAX_REASON_CHARS);
    }
}
