package dev.winnow.tenant;

import java.util.Collection;
import java.util.Optional;

/** Tenants that can be replaced while they are asked. Any thread; nobody takes a lock. */
public final class LiveTenants implements TenantDirectory {
    private volatile Tenants current;

    /** Begins with these. */
    public LiveTenants(Collection<Tenant> first) {
        this.current = new Tenants(first);
    }

    /**
     * Replaces all of them.
     *
     * @throws IllegalArgumentException if two share an id, a key or an app token; then those before stay
     */
    public void replaceAll(Collection<Tenant> next) {
        current = new Tenants(next);
    }

    @Override
    public Optional<Credential> authenticateKey(String key) {
        return current.authenticateKey(key);
    }

    @Override
    public Optional<Tenant> findByAppToken(String token) {
        return current.findByAppToken(token);
    }

    @Override
    public Optional<Tenant> findTenant(String tenantId) {
        return current.findTenant(tenantId);
    }
}
