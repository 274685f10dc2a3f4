package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps endpoints. Calls block; any thread, best a virtual one. Every call throws {@link StoreUnavailableException} if the store did not
 * answer; a change may then have been made.
 */
public interface EndpointStore {
    /** The most endpoints of a tenant. */
    int MAX_PER_TENANT = 20;

    /**
     * Adds an endpoint unless the tenant has {@value #MAX_PER_TENANT} already. The limit holds for callers at the same time too.
     *
     * @return whether the endpoint was added
     */
    boolean addEndpoint(Endpoint endpoint);

    /** Reads the endpoints of a tenant, oldest first. */
    List<Endpoint> listEndpoints(String tenant);

    /** Reads one endpoint. */
    Optional<Endpoint> findEndpoint(String tenant, String id);

    /**
     * Replaces an endpoint by its next revision.
     *
     * @return false if another change was faster or the endpoint was deleted
     */
    boolean replaceEndpoint(Endpoint next);

    /** Deletes an endpoint; false if there was none. */
    boolean removeEndpoint(String tenant, String id);

    /** Lists the tenants with an active endpoint; a tenant without one may be in the list for a while. */
    Set<String> listSubscribers();

    /**
     * Changes an endpoint: reads, applies the change and replaces; begins anew if another change was faster.
     *
     * @param change makes the next revision; an equal endpoint means no change
     * @return the endpoint afterwards; empty if there is none
     */
    default Optional<Endpoint> changeEndpoint(String tenant, String id, UnaryOperator<Endpoint> change) {
        for (; ; ) {
            Optional<Endpoint> stored = findEndpoint(tenant, id);
            if (stored.isEmpty()) {
                return stored;
            }
            Endpoint next = change.apply(stored.get());
            if (next.equals(stored.get()) || replaceEndpoint(next)) {
                return Optional.of(next);
            }
        }
    }
}
