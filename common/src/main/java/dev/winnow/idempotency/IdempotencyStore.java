package dev.winnow.idempotency;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;

/**
 * Remembers which message a repeatable request became. A run first claims the key, then sends the message, then completes the record; a
 * message id must not be told to anybody before {@link #completeRequest} said that it stands. A run that dies in between leaves a lease that
 * ends by itself, and the next run sends the message again under a new id: nobody saw the old one. That makes two writes a message.
 * Calls block; any thread, best a virtual one.
 */
public interface IdempotencyStore {
    /** How long a run may take before another may take over. */
    Duration LEASE = Duration.ofSeconds(10);

    /** How long an answer is remembered. */
    Duration RETENTION = Duration.ofHours(24);

    /**
     * Claims a request: granted if the key is new, forgotten, or held by a run with the same fingerprint whose lease has ended.
     *
     * @throws StoreUnavailableException if the store did not confirm; the key may be claimed until the lease ends
     */
    Claim claimRequest(RequestKey key, String fingerprint);

    /**
     * Writes down what the request became, if the lease still holds.
     *
     * @return whether the message id stands; if not, another run took over and this id must not be told
     * @throws StoreUnavailableException if the store did not confirm; the id must not be told
     */
    boolean completeRequest(Lease lease, String messageId);

    /**
     * Gives the key back after a run that sent nothing, so that a repetition need not wait for the lease to end.
     *
     * @throws StoreUnavailableException if the store did not confirm; the lease then ends by itself
     */
    void releaseRequest(Lease lease);

    /** What became of a claim. */
    sealed interface Claim {
        /** The caller runs the request. */
        record Granted(Lease lease) implements Claim {}

        /** Another run holds the lease. */
        record Running() implements Claim {}

        /** It became this message. */
        record Done(String messageId) implements Claim {}

        /** The key was used for something else. */
        record Mismatch() implements Claim {}
    }
}
