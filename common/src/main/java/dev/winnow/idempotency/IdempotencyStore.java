package dev.winnow.idempotency;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;

/**
 * Stores the message that a repeatable request became. A run first claims the key, then sends the message, then completes the record. No
 * client may get a message id before {@link #completeRequest} has confirmed it. A run that dies in between leaves a lease that ends by itself,
 * and the next run sends the message again under a new id; no client has seen the old id. This costs two writes for each message. Calls
 * block; any thread, best a virtual one.
 */
public interface IdempotencyStore {
    /** The time after which another run may take over. */
    Duration LEASE = Duration.ofSeconds(10);

    /** The time for which an answer is kept. */
    Duration RETENTION = Duration.ofHours(24);

    /**
     * Claims a request. The claim is granted if the key is new or expired, or if the lease of a run with an equal fingerprint has ended.
     *
     * @throws StoreUnavailableException if the store did not confirm; the key may be claimed until the lease ends
     */
    Claim claimRequest(RequestKey key, String fingerprint);

    /**
     * Stores the message that the request became, if the lease still holds.
     *
     * @return true if the message id stands; false if another run took over, and then no client may get this id
     * @throws StoreUnavailableException if the store did not confirm; then no client may get this id
     */
    boolean completeRequest(Lease lease, String messageId);

    /**
     * Releases the key after a run that sent no message, so that a repetition need not wait for the end of the lease.
     *
     * @throws StoreUnavailableException if the store did not confirm; the lease then ends by itself
     */
    void releaseRequest(Lease lease);

    /** The outcome of a claim. */
    sealed interface Claim {
        /** The caller runs the request. */
        record Granted(Lease lease) implements Claim {}

        /** Another run holds the lease. */
        record Running() implements Claim {}

        /** The request has become this message. */
        record Done(String messageId) implements Claim {}

        /** The key belongs to a request with another body. */
        record Mismatch() implements Claim {}
    }
}
