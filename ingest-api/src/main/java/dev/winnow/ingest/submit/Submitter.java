package dev.winnow.ingest.submit;

import dev.winnow.ingest.web.ProblemException;
import dev.winnow.ingest.web.ProblemType;
import dev.winnow.message.MessageId;
import dev.winnow.message.SmsMessage;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Submits messages and waits until the queue has them. Blocks; any thread, best a virtual one. */
public final class Submitter {
    private final EnvelopePacker packer;
    private final Duration confirmTimeout;

    public Submitter(EnvelopePacker packer, PackerSettings settings) {
        this.packer = packer;
        this.confirmTimeout = settings.confirmTimeout();
    }

    /**
     * The id of the message, once the queue has it durably.
     *
     * @throws ProblemException 503 or 504 if it was not confirmed; it is safe to submit it again
     */
    public MessageId submit(String tenant, SmsMessage message) {
        try {
            return packer.submit(tenant, message).await(confirmTimeout);
        } catch (SubmissionRefusedException e) {
            throw new ProblemException(
                    ProblemType.QUEUE_UNAVAILABLE,
                    "The queue did not confirm the message; it is safe to send it again.");
        } catch (TimeoutException e) {
            throw new ProblemException(
                    ProblemType.DEADLINE_PASSED,
                    "The queue did not confirm the message in time; it is safe to send it again with the same key.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.SHUTTING_DOWN, "The server is shutting down; send it again.");
        }
    }
}
