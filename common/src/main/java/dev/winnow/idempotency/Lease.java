package dev.winnow.idempotency;

import java.util.UUID;

/**
 * The right to run a request, until it ends or the lease does. Immutable; any thread.
 *
 * @param key the request
 * @param fingerprint what it asks for, see {@link RequestKey#fingerprint}
 * @param token tells this run from any other of the same request
 */
public record Lease(RequestKey key, String fingerprint, UUID token) {}
