package dev.winnow.webhook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An {@link EndpointStore} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryEndpointStore implements EndpointStore {
    private final Map<String, Endpoint> all = new ConcurrentHashMap<>();

    @Override
    public synchronized boolean addEndpoint(Endpoint endpoint) {
        if (listEndpoints(endpoint.tenant()).size() >= MAX_PER_TENANT) {
            return false;
        }
        all.put(endpoint.id(), endpoint);
        return true;
    }

    @Override
    public List<Endpoint> listEndpoints(String tenant) {
        return all.values().stream()
                .filter(endpoint -> endpoint.tenant().equals(tenant))
                .sorted(Comparator.comparing(Endpoint::createdAt))
                .toList();
    }

    @Override
    public Optional<Endpoint> findEndpoint(String tenant, String id) {
        return Optional.ofNullable(all.get(id))
                .filter(endpoint -> endpoint.tenant().equals(tenant));
    }

    @Override
    public boolean replaceEndpoint(Endpoint next) {
        Optional<Endpoint> stored = findEndpoint(next.tenant(), next.id());
        return stored.isPresent()
                && stored.get().revision() == next.revision() - 1
                && all.replace(next.id(), stored.get(), next);
    }

    @Override
    public boolean removeEndpoint(String tenant, String id) {
        return findEndpoint(tenant, id).map(endpoint -> all.remove(id) != null).orElse(false);
    }

    @Override
    public Set<String> listSubscribers() {
        return all.values().stream()
                .filter(endpoint -> endpoint.state() == Endpoint.State.ACTIVE)
                .map(Endpoint::tenant)
                .collect(Collectors.toSet());
    }
}
