package dev.winnow.tenant;

import java.util.Optional;

/** Knows the tenants. Never blocks; any thread. */
public interface TenantDirectory {
    /** Whose key this is and what it may do; empty when nobody's. */
    Optional<Credential> authenticateKey(String key);

    /** The tenant whose iOS app is built with this token. */
    Optional<Tenant> findByAppToken(String token);

    /** The tenant with this id. */
    Optional<Tenant> findTenant(String tenantId);

    /**
     * A tenant that showed one of its keys.
     *
     * @param tenant whose key it is
     * @param key the key, by its hash
     */
    record Credential(Tenant tenant, ApiKey key) {}
}
