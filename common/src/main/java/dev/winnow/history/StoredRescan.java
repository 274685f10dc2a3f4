package dev.winnow.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rescan with all that another process needs to go on with it. Immutable; any thread.
 *
 * @param id the name of the rescan
 * @param revision 1 for the first one that is saved, and one more at each change
 * @param from the beginning of the time range of the messages
 * @param to the end of the range, excluded
 * @param rule only messages whose stored verdict names this rule; null for all
 * @param verdict only messages with this stored category, or {@code failed}; null for all
 * @param perSecond messages a second, at least 1
 * @param state {@code running}, {@code paused}, {@code done}, {@code cancelled} or {@code failed}
 * @param startedAt the time of its start
 * @param expiresAt the time at which it ends, finished or not, and is forgotten
 * @param failure the reason of a pause or an early end; null if there is none
 * @param progress how much of it is done
 * @param runner the process that runs it; empty for none
 * @param leaseUntil the time until which no other process takes it over
 */
public record StoredRescan(
        String id,
        long revision,
        Instant from,
        Instant to,
        @Nullable String rule,
        @Nullable String verdict,
        int perSecond,
        String state,
        Instant startedAt,
        Instant expiresAt,
        @Nullable String failure,
        Progress progress,
        String runner,
        Instant leaseUntil) {
    /**
     * How much of a rescan is done.
     *
     * @param read the messages of the history that were looked at
     * @param sent the messages that were sent to be judged again
     * @param upTo the time of the last one that was looked at; null before the first one
     * @param cursor the page of the history that comes next, or that is worked on
     * @param begin the messages of that page that were looked at
     */
    public record Progress(long read, long sent, @Nullable Instant upTo, String cursor, int begin) {
        /** The progress of a rescan that has not begun. */
        public static final Progress NONE = new Progress(0, 0, null, MessageHistory.START, 0);
    }

    /** The next revision, in another state and held by a process. */
    public StoredRescan with(String nextState, @Nullable String why, Progress next, String by, Instant until) {
        return new StoredRescan(
                id,
                revision + 1,
                from,
                to,
                rule,
                verdict,
                perSecond,
                nextState,
                startedAt,
                expiresAt,
                why,
                next,
                by,
                until);
    }
}
