package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;

/**
 * The last attempts of every endpoint, as far as they are known: a log to look at, nothing depends on it. Calls block; any thread.
 * Every call throws {@link StoreUnavailableException} if the store did not answer.
 */
public interface AttemptLog {
    /** How many attempts of an endpoint one writer keeps. */
    int KEPT = 50;

    /** How long they are kept. */
    Duration RETENTION = Duration.ofDays(14);

    /**
     * Replaces what this writer has saved for the endpoint.
     *
     * @param writer names the sender, which is one of several
     * @param latest newest first, at most {@link #KEPT}
     */
    void saveAttempts(String endpoint, String writer, List<Attempt> latest);

    /** The last attempts of all writers, newest first. */
    List<Attempt> listAttempts(String endpoint);
}
