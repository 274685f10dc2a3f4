package dev.winnow.ingest.submit;

import dev.winnow.message.MessageId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A message on its way to the queue. Any thread. */
public final class Submission {
    private final MessageId id;
    private final CompletableFuture<Void> confirmed;

    Submission(MessageId id, CompletableFuture<Void> confirmed) {
        this.id = id;
        this.confirmed = confirmed;
    }

    /**
     * Waits until the queue has the message durably, and only then tells its id.
     *
     * @throws SubmissionRefusedException if the queue does not have it, or may not have it; it is safe to submit again
     * @throws TimeoutException if the queue did not confirm in time
     */
    public MessageId await(Duration timeout) throws InterruptedException, TimeoutException {
        try {
            confirmed.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return id;
        } catch (ExecutionException e) {
            throw new SubmissionRefusedException("the queue did not confirm the envelope", e.getCause());
        }
    }
}
