package dev.winnow.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A fixed set of tenants: what one tenant file says. Immutable; any thread. */
public final class Tenants implements TenantDirectory {
    private final Map<String, Tenant> byId = new HashMap<>();
    private final Map<String, Credential> byKeyHash = new HashMap<>();
    private final Map<String, Tenant> byAppTokenHash = new HashMap<>();

    /**
     * Indexes the tenants by id, by key and by app token.
     *
     * @throws IllegalArgumentException if two share one of these
     */
    public Tenants(Collection<Tenant> tenants) {
        for (Tenant tenant : tenants) {
            if (byId.putIfAbsent(tenant.id(), tenant) != null) {
                throw new IllegalArgumentException("tenant '" + tenant.id() + "' is there twice");
            }
            String appToken = tenant.settings().appToken();
            if (appToken != null && byAppTokenHash.putIfAbsent(ApiKey.hashKey(appToken), tenant) != null) {
                throw new IllegalArgumentException("the appToken of tenant '" + tenant.id() + "' is there twice");
            }
            for (ApiKey key : tenant.keys()) {
                if (byKeyHash.putIfAbsent(key.sha256(), new Credential(tenant, key)) != null) {
                    throw new IllegalArgumentException(
                            "key '" + key.name() + "' of tenant '" + tenant.id() + "' is there twice");
                }
            }
        }
    }

    /**
     * Looks up the hash of the key, and compares it with the one that was found in constant time: what a caller can time is how far
     * the hash of its guess agrees with some hash, which tells nothing about any key.
     */
    @Override
    public Optional<Credential> authenticateKey(String key) {
        String hash = ApiKey.hashKey(key);
        return Optional.ofNullable(byKeyHash.get(hash))
                .filter(found -> !found.tenant().disabled())
                .filter(found -> MessageDigest.isEqual(toAscii(found.key().sha256()), toAscii(hash)));
    }

    /** Looks up the token's hash, for the same reason. */
    @Override
    public Optional<Tenant> findByAppToken(String token) {
        return Optional.ofNullable(byAppTokenHash.get(ApiKey.hashKey(token))).filter(tenant -> !tenant.disabled());
    }

    @Override
    public Optional<Tenant> findTenant(String tenantId) {
        return Optional.ofNullable(byId.get(tenantId));
    }

    private static byte[] toAscii(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
