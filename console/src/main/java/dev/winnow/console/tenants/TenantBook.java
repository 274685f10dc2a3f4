package dev.winnow.console.tenants;

import dev.winnow.tenant.Tenant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tenants, which can be changed. Programs use a change within seconds on one machine, within two minutes in a fleet. Calls block; any thread. */
public interface TenantBook {
    /** Lists all tenants. */
    List<Tenant> listTenants();

    /**
     * Changes the tenants.
     *
     * @throws IllegalArgumentException if the changed tenants are not valid; nothing was changed
     */
    void changeTenants(UnaryOperator<List<Tenant>> change);
}
