package dev.winnow.verdict;

/** The step of the policy that decided. The first step that applies decides, in this order. */
public enum DecidedBy {
    /** The sender is on the tenant's list of allowed senders. */
    ALLOWED_SENDER("allowedSender"),
    /** A rule of the protected class matched: one-time codes, bank, delivery. */
    PROTECTED("protected"),
    /** The sender is on the tenant's list of blocked senders. */
    BLOCKED_SENDER("blockedSender"),
    /** The sum of the weights of the matched rules against the tenant's thresholds. */
    SCORE("score");

    private final String token;

    DecidedBy(String token) {
        this.token = token;
    }

    /** The spelling in the API. */
    public String token() {
        return token;
    }
}
