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

/** Endpoints as they were a moment ago, so that a call costs no read. Any thread. */
final class EndpointCache {
    /** How long a deleted endpoint may still be called, and a rotated secret still sign alone. */
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

    /** One that is not known may have been registered a moment ago: it is looked up. */
    Optional<Endpoint> findEndpoint(String tenant, String id) {
        return listEndpoints(tenant).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .or(() -> readEndpoint(tenant, id));
    }

    /** One endpoint as it is now. */
    Optional<Endpoint> readEndpoint(String tenant, String id) {
        Optional<Endpoint> stored = store.findEndpoint(tenant, id);
        if (stored.isPresent()) {
            known.remove(tenant);
        }
        return stored;
    }

    /** Notes something about an endpoint; what fails here is noted at the next call. */
    void changeEndpoint(Endpoint endpoint, UnaryOperator<Endpoint> change) {
        try {
            store.changeEndpoint(endpoint.tenant(), endpoint.id(), change);
        } catch (StoreUnavailableException e) {
            log.warn("The state of endpoint {} was not noted: {}", endpoint.id(), e.getMessage());
        }
        known.remove(endpoint.tenant());
    }
}
