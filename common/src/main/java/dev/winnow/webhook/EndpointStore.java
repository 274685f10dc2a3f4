package dev.winnow.webhook;

import dev.winnow.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps endpoints. Calls block; any thread, best a virtual one. Every call throws {@link StoreUnavailableException} if the store did not
 * answer; a change may have been made all the same.
 */
public interface EndpointStore {
    /** How many endpoints a tenant may have. */
    int MAX_PER_TENANT = 20;

    /**
     * Keeps a new endpoint, unless the tenant has {@value #MAX_PER_TENANT} already; callers at the same time together keep to it.
     *
     * @return whether it is kept
     */
    boolean addEndpoint(Endpoint endpoint);

    /** The endpoints of a tenant, oldest first. */
    List<Endpoint> listEndpoints(String tenant);

    /** One endpoint as it is now. */
    Optional<Endpoint> findEndpoint(String tenant, String id);

    /**
     * Puts the next revision in the place of the one before it.
     *
     * @return false if another change was faster or the endpoint is gone
     */
    boolean replaceEndpoint(Endpoint next);

    /** Forgets an endpoint; whether there was one. */
    boolean removeEndpoint(String tenant, String id);

    /** The tenants that have an active endpoint; one who has none any more may be among them. */
    Set<String> listSubscribers();

    /**
     * Changes an endpoint: reads, applies the change and replaces, and begins anew when somebody was faster.
     *
     * @param change makes the next revision; the same endpoint means there is nothing to do
     * @return the endpoint afterwards; empty when there is none
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
