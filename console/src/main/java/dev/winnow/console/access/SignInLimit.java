package dev.winnow.console.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The limit on tries to sign in, of all addresses together: tokens cannot be guessed, and nobody needs many tries. Any thread. */
public final class SignInLimit {
    private static final int PER_MINUTE = 20;

    private final Bucket tries = Bucket.builder()
            .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
            .build();

    /**
     * Counts a try.
     *
     * @throws OpsException 429 if there were too many tries in the last minute
     */
    void takeTry() {
        if (!tries.tryConsume(1)) {
            throw new OpsException(HttpStatus.TOO_MANY_REQUESTS, "Too many tries to sign in; wait a minute.");
        }
    }
}
