package dev.winnow.tenant;

import java.util.Collection;
import java.util.Optional;

/** Tenants that can be replaced while other threads read them. Any thread, without a lock. */
public final class LiveTenants implements TenantDirectory {
    private volatile Tenants current;

    /** Begins with these tenants. */
    public LiveTenants(Collection<Tenant> first) {
        this.current = new Tenants(first);
    }

    /**
     * Replaces all tenants.
     *
     * @throws IllegalArgumentException if two tenants share an id, a key or an app token; the last tenants then stay
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
