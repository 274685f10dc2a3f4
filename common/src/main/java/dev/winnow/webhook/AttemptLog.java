package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;

/**
 * Keeps the last attempts of every endpoint, for people to read; no other part depends on them. Calls block; any thread.
 * Every call throws {@link StoreUnavailableException} if the store did not answer.
 */
public interface AttemptLog {
    /** The most attempts of an endpoint that one sender keeps. */
    int KEPT = 50;

    /** The time for which attempts are kept. */
    Duration RETENTION = Duration.ofDays(14);

    /**
     * Replaces the attempts that this sender has saved for the endpoint.
     *
     * @param writer the name of the sender, which is one of several
     * @param latest newest first, at most {@link #KEPT}
     */
    void saveAttempts(String endpoint, String writer, List<Attempt> latest);

    /** Reads the last attempts of all senders, newest first. */
    List<Attempt> listAttempts(String endpoint);
}
