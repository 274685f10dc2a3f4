package dev.winnow.ingest.submit;

import dev.winnow.message.MessageId;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A message on its way to the queue. Any thread. */
public final class Submission {
    private final MessageId id;
    private final OpenEnvelope envelope;

    Submission(MessageId id, OpenEnvelope envelope) {
        this.id = id;
        this.envelope = envelope;
    }

    /**
     * Waits until the queue has the message durably, and only then returns its id.
     *
     * @param timeout how long at most; the wait also ends when its envelope is given up
     * @throws SubmissionRefusedException if the queue does not have it, or may not have it; it is safe to submit again
     * @throws TimeoutException if the queue did not confirm in time
     */
    public MessageId awaitDurable(Duration timeout) throws InterruptedException, TimeoutException {
        try {
            envelope.awaitConfirmation(timeout);
            return id;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException givenUp) {
                throw givenUp;
            }
            throw new SubmissionRefusedException("the queue did not confirm the envelope", e.getCause());
        }
    }
}
