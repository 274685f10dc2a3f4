package dev.winnow.tenant;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The consent of a tenant that Winnow keeps texts of its messages after their verdicts. Immutable; any thread.
 *
 * @param days the time for which a text is kept, 1 to {@value #MAX_DAYS}
 * @param share the share of messages that are kept, 0 to 1
 */
public record HistoryConsent(int days, double share) {
    public static final int MAX_DAYS = 30;

    public HistoryConsent {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days of history must be 1 to " + MAX_DAYS + ", is " + days);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of history must be 0 to 1, is " + share);
        }
    }

    /** The time for which a text is kept. */
    public Duration retention() {
        return Duration.ofDays(days);
    }

    /**
     * Whether a message is in the share. The same message always gets the same answer, which is independent of the shares of rules.
     *
     * @param message the hash of the message's id
     */
    public boolean includes(long message) {
        return new SplittableRandom(message).nextDouble() < share;
    }
}
