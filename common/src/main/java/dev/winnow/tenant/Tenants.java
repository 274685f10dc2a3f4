package dev.winnow.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A fixed set of tenants, as in one tenant file. Immutable; any thread. */
public final class Tenants implements TenantDirectory {
    private final Map<String, Tenant> byId = new HashMap<>();
    private final Map<String, Credential> byKeyHash = new HashMap<>();
    private final Map<String, Tenant> byAppTokenHash = new HashMap<>();

    /**
     * Indexes the tenants by id, by key and by app token.
     *
     * @throws IllegalArgumentException if two tenants share an id, a key or an app token
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
     * Looks up the hash of the key, and compares both hashes in constant time. A caller can measure how far the hash of a guess agrees with a
     * stored hash, which tells nothing about a key.
     */
    @Override
    public Optional<Credential> authenticateKey(String key) {
        String hash = ApiKey.hashKey(key);
        return Optional.ofNullable(byKeyHash.get(hash))
                .filter(found -> !found.tenant().disabled())
                .filter(found -> MessageDigest.isEqual(toAscii(found.key().sha256()), toAscii(hash)));
    }

    /** Looks up the hash of the token, so that the time of the answer tells nothing about a token. */
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
