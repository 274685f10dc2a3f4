package dev.winnow.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters: envelopes that failed too often, for an operator to look at, send again or discard. Calls block; any thread. Every call
 * throws {@link QueueUnavailableException} or {@link dev.winnow.store.StoreUnavailableException} if the letters cannot be reached.
 */
public interface DeadLetterBox {
    /** The most letters that one call lists. */
    int MAX_LIST = 200;

    /**
     * A dead letter.
     *
     * @param envelope the id of its envelope
     * @param reason the reason of its last failure
     * @param failedAt the time at which it was given up
     * @param sentAt the time of its first send
     * @param receives the number of its deliveries
     * @param ruleset the version of the rules that were live
     * @param body the encoded envelope, which holds texts
     */
    record Letter(
            UUID envelope,
            String reason,
            Instant failedAt,
            Instant sentAt,
            int receives,
            String ruleset,
            String body) {}

    /**
     * The letters of one reason.
     *
     * @param count the number of letters
     * @param oldest the time at which the first of them was given up
     * @param newest the time at which the last of them was given up
     */
    record Group(String reason, long count, Instant oldest, Instant newest) {}

    /** Counts the letters. On SQS the number is approximate. */
    long countLetters();

    /** Lists the reasons with the most letters, at most so many. On SQS only the letters that could be read count. */
    List<Group> groupLetters(int limit);

    /**
     * Lists letters, the newest first.
     *
     * @param reason the reason of all of them; null for letters of any reason
     * @param limit 1 to {@value #MAX_LIST}
     */
    List<Letter> listLetters(@Nullable String reason, int limit);

    /** Reads one letter; empty if there is none. */
    Optional<Letter> findLetter(UUID envelope);

    /** Sends a letter to the live lane for a new scan; false if there is none. The verdicts that are not {@code failed} stay. */
    boolean redriveLetter(UUID envelope);

    /** Deletes a letter; false if there is none. Its messages keep the verdict {@code failed}. */
    boolean discardLetter(UUID envelope);
}
