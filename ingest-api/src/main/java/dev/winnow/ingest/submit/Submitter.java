package dev.winnow.ingest.submit;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.IdempotencyStore.Claim;
import dev.winnow.idempotency.Lease;
import dev.winnow.idempotency.RequestKey;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submits messages and waits until the queue has them. Blocks; any thread, best a virtual one. */
public final class Submitter {
    private static final Logger log = LoggerFactory.getLogger(Submitter.class);

    /** Stands for the message id in the record of a request with many messages. */
    private static final String MANY = "many";

    private final EnvelopePacker packer;
    private final IdempotencyStore requests;

    public Submitter(EnvelopePacker packer, IdempotencyStore requests) {
        this.packer = packer;
        this.requests = requests;
    }

    /** As {@link #submitMessage(String, SmsMessage, TraceParent, Duration)}, of a message without a trace. */
    public Receipt submitMessage(String tenant, SmsMessage message, Duration timeout) {
        return submitMessage(tenant, message, null, timeout);
    }

    /**
     * The message's receipt, once the queue has it durably.
     *
     * @param trace the trace that the client follows the request by, if it named one
     * @throws ProblemException 503 or 504 if it was not confirmed in time; it is safe to submit it again
     */
    public Receipt submitMessage(String tenant, SmsMessage message, @Nullable TraceParent trace, Duration timeout) {
        return new Receipt(sendMessage(tenant, message, null, trace, timeout), false);
    }

    /**
     * Submits the message of a request once, and returns the same receipt to each repetition of the request.
     *
     * @param fingerprint the hash of the request's content
     * @param trace as for {@link #submitMessage}
     * @throws ProblemException 409 if another run is under way, 422 if the key was used for another content; 503 or 504 as for {@link #submitMessage}
     */
    public Receipt submitOnce(
            RequestKey key, String fingerprint, SmsMessage message, @Nullable TraceParent trace, Duration timeout) {
        return switch (requests.claimRequest(key, fingerprint)) {
            case Claim.Granted granted ->
                new Receipt(submitUnderLease(granted.lease(), message, trace, timeout), false);
            case Claim.Done done -> new Receipt(done.messageId(), true);
            case Claim.Running _ -> throw inProgress();
            case Claim.Mismatch _ -> throw mismatch();
        };
    }

    /**
     * Guards a request with many messages, each of which goes through {@link #submitOnce} under a key of its own. A repetition
     * runs again: it finds the messages that were submitted and submits the others.
     *
     * @param fingerprint the hash of the request's content
     * @throws ProblemException 409 if another run is under way, 422 if the key was used for another content
     */
    <T> T guard(RequestKey key, String fingerprint, Supplier<T> run) {
        return switch (requests.claimRequest(key, fingerprint)) {
            case Claim.Granted granted -> {
                T result = run.get();
                boolean _ = requests.completeRequest(granted.lease(), MANY);
                yield result;
            }
            case Claim.Done _ -> run.get();
            case Claim.Running _ -> throw inProgress();
            case Claim.Mismatch _ -> throw mismatch();
        };
    }

    /** Submits a message under a lease, and returns its id only if the lease still holds. */
    private String submitUnderLease(Lease lease, SmsMessage message, @Nullable TraceParent trace, Duration timeout) {
        String id;
        try {
            id = sendMessage(lease.key().tenant(), message, lease.key().hash(), trace, timeout);
        } catch (ProblemException e) {
            releaseLease(lease);
            throw e;
        }
        if (!requests.completeRequest(lease, id)) {
            throw inProgress();
        }
        return id;
    }

    /**
     * Puts a message into an envelope without waiting for the queue.
     *
     * @throws ProblemException 503 if the server is shutting down
     */
    public Submission startSubmission(String tenant, SmsMessage message, @Nullable TraceParent trace) {
        return startSubmission(tenant, message, null, trace);
    }

    /**
     * Waits until the queue has a submitted message.
     *
     * @throws ProblemException as for {@link #submitMessage}
     */
    public Receipt finishSubmission(Submission submission, Duration timeout) {
        return new Receipt(awaitSubmission(submission, timeout), false);
    }

    private String sendMessage(
            String tenant,
            SmsMessage message,
            @Nullable String requestKey,
            @Nullable TraceParent trace,
            Duration timeout) {
        return awaitSubmission(startSubmission(tenant, message, requestKey, trace), timeout);
    }

    private Submission startSubmission(
            String tenant, SmsMessage message, @Nullable String requestKey, @Nullable TraceParent trace) {
        try {
            return packer.submitMessage(tenant, message, requestKey, trace);
        } catch (SubmissionRefusedException e) {
            throw shuttingDown();
        }
    }

    private static String awaitSubmission(Submission submission, Duration timeout) {
        try {
            return submission.awaitDurable(timeout).toString();
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
            throw shuttingDown();
        }
    }

    private void releaseLease(Lease lease) {
        try {
            requests.releaseRequest(lease);
        } catch (StoreUnavailableException e) {
            log.debug("Could not release the lease of a failed request; it expires by itself", e);
        }
    }

    private static ProblemException mismatch() {
        return new ProblemException(
                ProblemType.IDEMPOTENCY_MISMATCH, "Use a new key for a new message; this one had another body.");
    }

    private static ProblemException inProgress() {
        return new ProblemException(
                ProblemType.REQUEST_IN_PROGRESS, "Another request with this key is still running; repeat it later.");
    }

    private static ProblemException shuttingDown() {
        return new ProblemException(ProblemType.SHUTTING_DOWN, "The server is shutting down; send it again.");
    }
}
