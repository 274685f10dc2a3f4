package dev.winnow.tenant;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A fixed set of tenants: what one tenant file says. Immutable; any thread. */
public final class Tenants implements TenantDirectory {
    private final Map<String, Tenant> byId = new HashMap<>();
    private final Map<String, Credential> byKeyHash = new HashMap<>();

    /**
     * Indexes the tenants by id and by key.
     *
     * @throws IllegalArgumentException if two share an id or a key
     */
    public Tenants(Collection<Tenant> tenants) {
        for (Tenant tenant : tenants) {
            if (byId.putIfAbsent(tenant.id(), tenant) != null) {
                throw new IllegalArgumentException("tenant '" + tenant.id() + "' is there twice");
            }
            for (ApiKey key : tenant.keys()) {
                if (byKeyHash.putIfAbsent(key.sha256(), new Credential(tenant, key)) != null) {
                    throw new IllegalArgumentException(
                            "key '" + key.name() + "' of tenant '" + tenant.id() + "' is there twice");
                }
            }
        }
    }

    /** Looks up the key's hash: what a caller can time is the hash of its guess, never the key. */
    @Override
    public Optional<Credential> authenticate(String key) {
        return Optional.ofNullable(byKeyHash.get(ApiKey.hash(key)));
    }

    @Override
    public Optional<Tenant> find(String tenantId) {
        return Optional.ofNullable(byId.get(tenantId));
    }
}
