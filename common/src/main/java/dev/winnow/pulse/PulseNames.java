package dev.winnow.pulse;

/** The names of counts, levels and facts in pulses. */
public final class PulseNames {
    /** Counts of the ingest API: messages that are on the queue, requests refused for a quota or for want of room, and failed requests. */
    public static final String ACCEPTED = "accepted";

    public static final String REFUSED_QUOTA = "refused.quota";
    public static final String REFUSED_BUSY = "refused.busy";
    public static final String FAILED_REQUESTS = "failed.requests";

    /** Counts of the scan worker: messages by outcome ({@code verdict.junk}, ...), and envelopes that became dead letters. */
    public static final String VERDICT = "verdict.";

    public static final String BURIED = "buried";

    /** Counts of the callback sender. */
    public static final String CALLS_DELIVERED = "calls.delivered";

    public static final String CALLS_FAILED = "calls.failed";
    public static final String CALLS_GIVEN_UP = "calls.given.up";

    /** Levels of the console, which reads the queues: messages or envelopes that wait, the age of the oldest in milliseconds, dead letters. */
    public static final String WAITING_LIVE = "waiting.live";

    public static final String WAITING_BULK = "waiting.bulk";
    public static final String OLDEST_MILLIS = "oldest.millis";
    public static final String DEAD_LETTERS = "dead.letters";

    /** Level of the scan worker: 1 while the store does not answer. */
    public static final String STORE_AWAY = "store.away";

    /** Fact of the scan worker: the version of its rules. */
    public static final String RULESET = "ruleset";

    private PulseNames() {}
}
