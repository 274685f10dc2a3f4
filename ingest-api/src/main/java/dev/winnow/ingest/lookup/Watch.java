package dev.winnow.ingest.lookup;

import java.time.Duration;
import java.util.Optional;

/** A request's place among the waiters of an envelope. One thread at a time, but for {@link #close}. */
public interface Watch extends AutoCloseable {
    /** Waits for up to this long, and may be called again; empty while nothing was decided and the watcher still watches. */
    Optional<WaitOutcome> awaitOutcome(Duration time) throws InterruptedException;

    /** Whether the store has answered since the wait began. */
    boolean isAnswered();

    /** The outcome by now, without waiting. */
    WaitOutcome soFar();

    /** Gives the place back; a second call does nothing. */
    @Override
    void close();
}
