package dev.winnow.tenant;

import java.util.Optional;

/** Finds tenants by their keys, tokens and ids. Never blocks; any thread. */
public interface TenantDirectory {
    /** Finds the tenant and the rights of a key; empty for an unknown key. */
    Optional<Credential> authenticateKey(String key);

    /** Finds the tenant by the token of its iOS app. */
    Optional<Tenant> findByAppToken(String token);

    /** Finds the tenant by its id. */
    Optional<Tenant> findTenant(String tenantId);

    /**
     * A tenant and the key that it used.
     *
     * @param tenant the tenant that the key belongs to
     * @param key the key
     */
    record Credential(Tenant tenant, ApiKey key) {}
}
