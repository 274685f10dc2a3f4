package dev.winnow.idempotency;

import java.util.UUID;

/**
 * The right to run a request until the run or the lease ends. Immutable; any thread.
 *
 * @param key the key of the request
 * @param fingerprint the hash of the request's content, see {@link RequestKey#fingerprint}
 * @param token a random id of this run
 */
public record Lease(RequestKey key, String fingerprint, UUID token) {}
