package dev.winnow.local.tenant;

import dev.winnow.local.tenant.TenantOption.Action;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow key}. */
@Command(
        name = "key",
        description = "Manage API keys, on this machine or in a fleet.",
        synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "create", description = "Make a key and show it once: only its hash is kept.")
    int createKey(
            @Mixin TenantOption where,
            @Parameters(paramLabel = "TENANT") String id,
            @Parameters(paramLabel = "NAME", description = "The name of the key.") String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            defaultValue = "submit",
                            paramLabel = "SCOPE",
                            description = "${COMPLETION-CANDIDATES} (default: submit).")
                    Set<Scope> scopes)
            throws IOException {
        String key = ApiKey.generateKey();
        where.changeTenants(
                new Action("create key", id, name),
                tenants -> TenantCommand.replaceTenant(
                        tenants, id, tenant -> withKey(tenant, new ApiKey(name, ApiKey.hashKey(key), scopes))));
        out().println(key);
        return 0;
    }

    @Command(name = "revoke", description = "Revoke a key.")
    int revokeKey(
            @Mixin TenantOption where,
            @Parameters(paramLabel = "TENANT") String id,
            @Parameters(paramLabel = "NAME") String name)
            throws IOException {
        where.changeTenants(
                new Action("revoke key", id, name),
                tenants -> TenantCommand.replaceTenant(tenants, id, tenant -> removeKey(tenant, name)));
        out().println("Revoked key " + name + " of tenant " + id);
        return 0;
    }

    private static Tenant withKey(Tenant tenant, ApiKey key) {
        if (tenant.keys().stream().anyMatch(old -> old.name().equals(key.name()))) {
            throw new IllegalStateException(
                    "tenant '" + tenant.id() + "' has a key '" + key.name() + "': take another name");
        }
        List<ApiKey> keys = new ArrayList<>(tenant.keys());
        keys.add(key);
        return new Tenant(tenant.id(), keys, tenant.settings(), tenant.disabled());
    }

    private static Tenant removeKey(Tenant tenant, String name) {
        List<ApiKey> keys =
                tenant.keys().stream().filter(key -> !key.name().equals(name)).toList();
        if (keys.size() == tenant.keys().size()) {
            throw new IllegalStateException(
                    "tenant '" + tenant.id() + "' has no key '" + name + "': see winnow tenant list");
        }
        return new Tenant(tenant.id(), keys, tenant.settings(), tenant.disabled());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
