package dev.winnow.local.tenant;

import dev.winnow.local.tenant.TenantOption.Action;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow tenant}. */
@Command(
        name = "tenant",
        description = "Manage tenants, on this machine or in a fleet.",
        synopsisSubcommandLabel = "COMMAND")
public final class TenantCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "add", description = "Add a tenant; give it keys with winnow key create.")
    int addTenant(
            @Mixin TenantOption where,
            @Parameters(paramLabel = "TENANT", description = "1 to 64 of a-z 0-9 . _ -") String id)
            throws IOException {
        where.changeTenants(new Action("add tenant", id), tenants -> {
            tenants.add(new Tenant(id, List.of(), TenantSettings.DEFAULT));
            return tenants;
        });
        out().println("Added tenant " + id);
        return 0;
    }

    @Command(name = "list", description = "List the tenants with the names and scopes of their keys.")
    int listTenants(@Mixin TenantOption where) throws IOException {
        for (Tenant tenant : where.listTenants()) {
            String keys = tenant.keys().stream().map(TenantCommand::describeKey).collect(Collectors.joining(", "));
            out().printf("%s%s  %s%n", tenant.id(), tenant.disabled() ? " (disabled)" : "", keys);
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Show a tenant's keys and settings; one that says 'default' was never changed.")
    int showTenant(@Mixin TenantOption where, @Parameters(paramLabel = "TENANT") String id) throws IOException {
        Tenant tenant = where.listTenants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing(id));
        TenantSheet.print(tenant, out());
        return 0;
    }

    @Command(
            name = "set",
            description = {
                "Change settings of a tenant; a setting that is not given stays. Servers use the change within seconds on this"
                        + " machine, within two minutes in a fleet.",
                "All settings in their file: docs/tenants.md."
            })
    int setTenant(
            @Mixin TenantOption where, @Parameters(paramLabel = "TENANT") String id, @Mixin SettingsOption settings)
            throws IOException {
        where.changeTenants(
                new Action("change tenant settings", id),
                tenants -> replaceTenant(
                        tenants,
                        id,
                        old -> new Tenant(
                                old.id(), old.keys(), settings.changeSettings(old.settings()), old.disabled())));
        return showTenant(where, id);
    }

    @Command(
            name = "disable",
            description = "Refuse all requests of a tenant. Its keys and settings stay; enable accepts requests again.")
    int disableTenant(@Mixin TenantOption where, @Parameters(paramLabel = "TENANT") String id) throws IOException {
        return setDisabled(where, id, true);
    }

    @Command(name = "enable", description = "Accept the requests of a disabled tenant again.")
    int enableTenant(@Mixin TenantOption where, @Parameters(paramLabel = "TENANT") String id) throws IOException {
        return setDisabled(where, id, false);
    }

    private int setDisabled(TenantOption where, String id, boolean disabled) throws IOException {
        where.changeTenants(
                new Action(disabled ? "disable tenant" : "enable tenant", id),
                tenants ->
                        replaceTenant(tenants, id, old -> new Tenant(old.id(), old.keys(), old.settings(), disabled)));
        out().println("Tenant " + id + " is " + (disabled ? "shut out" : "let in"));
        return 0;
    }

    static List<Tenant> replaceTenant(
            List<Tenant> tenants, String id, java.util.function.UnaryOperator<Tenant> change) {
        if (tenants.stream().noneMatch(tenant -> tenant.id().equals(id))) {
            throw missing(id);
        }
        List<Tenant> next = new ArrayList<>(tenants);
        next.replaceAll(tenant -> tenant.id().equals(id) ? change.apply(tenant) : tenant);
        return next;
    }

    private static IllegalStateException missing(String id) {
        return new IllegalStateException("there is no tenant '" + id + "': see winnow tenant list");
    }

    static String describeKey(ApiKey key) {
        return key.name()
                + key.scopes().stream().map(scope -> scope.token()).sorted().toList();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
