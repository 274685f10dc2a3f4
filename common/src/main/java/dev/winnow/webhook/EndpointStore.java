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
    boolean add(Endpoint endpoint);

    /** The endpoints of a tenant, oldest first. */
    List<Endpoint> of(String tenant);

    /** One endpoint as it is now. */
    Optional<Endpoint> find(String tenant, String id);

    /**
     * Puts the next revision in the place of the one before it.
     *
     * @return false if another change was faster or the endpoint is gone
     */
    boolean replace(Endpoint next);

    /** Forgets an endpoint; whether there was one. */
    boolean remove(String tenant, String id);

    /** The tenants that have an active endpoint; one who has none any more may be among them. */
    Set<String> subscribers();

    /**
     * Changes an endpoint: reads, applies the change and replaces, and begins anew when somebody was faster.
     *
     * @param change makes the next revision; the same endpoint means there is nothing to do
     * @return the endpoint afterwards; empty when there is none
     */
    default Optional<Endpoint> change(String tenant, String id, UnaryOperator<Endpoint> change) {
        for (; ; ) {
            Optional<Endpoint> stored = find(tenant, id);
            if (stored.isEmpty()) {
                return stored;
            }
            Endpoint next = change.apply(stored.get());
            if (next.equals(stored.get()) || replace(next)) {
                return Optional.of(next);
            }
        }
    }
}
