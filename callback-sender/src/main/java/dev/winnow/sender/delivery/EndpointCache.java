package dev.winnow.sender.delivery;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Caches the endpoints of each tenant for {@link #FRESH}, so that a call costs no read of the store. Any thread. */
final class EndpointCache {
    /** The age at which a cached list is read again; until then a deleted endpoint may be called and an old secret may sign alone. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(EndpointCache.class);

    private record Known(List<Endpoint> endpoints, Instant until) {}

    private final EndpointStore store;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    EndpointCache(EndpointStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Endpoint> listEndpoints(String tenant) {
        Instant now = clock.instant();
        Known stored = known.get(tenant);
        if (stored == null || !stored.until().isAfter(now)) {
            stored = new Known(store.listEndpoints(tenant), now.plus(FRESH));
            known.put(tenant, stored);
        }
        return stored.endpoints();
    }

    /** Finds an endpoint in the cache, or in the store if the cache lacks it: it may just have been registered. */
    Optional<Endpoint> findEndpoint(String tenant, String id) {
        return listEndpoints(tenant).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .or(() -> readEndpoint(tenant, id));
    }

    /** Reads one endpoint from the store. */
    Optional<Endpoint> readEndpoint(String tenant, String id) {
        Optional<Endpoint> stored = store.findEndpoint(tenant, id);
        if (stored.isPresent()) {
            known.remove(tenant);
        }
        return stored;
    }

    /** Changes a stored endpoint. A store that is away is only logged: the next call makes the change. */
    void changeEndpoint(Endpoint endpoint, UnaryOperator<Endpoint> change) {
        try {
            store.changeEndpoint(endpoint.tenant(), endpoint.id(), change);
        } catch (StoreUnavailableException e) {
            log.warn(
                    "The state of endpoint {} was not stored; the next call stores it: {}",
                    endpoint.id(),
                    e.getMessage());
        }
        known.remove(endpoint.tenant());
    }
}
