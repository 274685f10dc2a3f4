package dev.winnow.ingest.apple;

import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import org.jspecify.annotations.Nullable;

/** Finds the tenant of an app: iOS sends no credential, so the address that the app was built with names the tenant. Any thread. */
public final class AppleTenants {
    private final TenantDirectory tenants;
    private final AppleSettings settings;

    public AppleTenants(TenantDirectory tenants, AppleSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
    }

    /**
     * The tenant of this token, or the default tenant when there is no token.
     *
     * @throws ProblemException 404 if there is none
     */
    public Tenant findTenant(@Nullable String token) {
        return (token == null ? tenants.findTenant(settings.defaultTenant()) : tenants.findByAppToken(token))
                .filter(tenant -> !tenant.disabled())
                .orElseThrow(
                        () -> new ProblemException(
                                ProblemType.NOT_FOUND,
                                "No tenant has this app token, or none is the default tenant of apps without a token, or it is disabled."));
    }
}
