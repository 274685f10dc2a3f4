package dev.winnow.console.tenants;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Shows and changes tenants and keys. Calls block; any thread. */
public final class TenantDesk {
    /** The most tenants of a page. */
    public static final int PAGE = 50;

    private static final Pattern KEY_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    private final TenantBook book;
    private final AuditTrail trail;

    public TenantDesk(TenantBook book, AuditTrail trail) {
        this.book = book;
        this.trail = trail;
    }

    /**
     * A page of tenants.
     *
     * @param total the number of tenants whose id contains the searched text
     * @param more the id after which the next page begins; null on the last page
     */
    public record TenantPage(
            long total, List<TenantLine> tenants, @Nullable String more) {}

    /** One tenant. */
    public record TenantLine(
            String id,
            boolean disabled,
            List<KeyLine> keys,
            @Nullable Integer messagesPerMinute) {}

    /** One key, of which only the hash is known; a few digits of it tell keys apart. */
    public record KeyLine(
            String name, Set<String> scopes, @Nullable Integer messagesPerMinute, String hashStart) {}

    /**
     * A tenant with its settings.
     *
     * @param settings all settings with their defaults and meanings, for a reader
     * @param values the settings that can be changed
     */
    public record TenantCard(TenantLine tenant, List<Setting> settings, SettingsRequest values) {}

    /** One setting for a reader. */
    public record Setting(String name, String value, String standard, String meaning) {}

    /** A new key, shown once. */
    public record NewKey(String tenant, String name, String key) {}

    /** Lists tenants by id. */
    public TenantPage list(@Nullable String search, @Nullable String after) {
        String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        List<Tenant> found = book.listTenants().stream()
                .filter(tenant -> tenant.id().contains(wanted))
                .sorted(java.util.Comparator.comparing(Tenant::id))
                .toList();
        List<TenantLine> page = found.stream()
                .filter(tenant -> after == null || tenant.id().compareTo(after) > 0)
                .limit(PAGE + 1L)
                .map(TenantDesk::toLine)
                .toList();
        boolean hasMore = page.size() > PAGE;
        List<TenantLine> shown = hasMore ? page.subList(0, PAGE) : page;
        return new TenantPage(found.size(), shown, hasMore ? shown.getLast().id() : null);
    }

    /**
     * Reads one tenant.
     *
     * @throws OpsException 404 if there is no such tenant
     */
    public TenantCard read(String id) {
        Tenant tenant = require(book.listTenants(), id);
        return new TenantCard(
                toLine(tenant), SettingLines.describe(tenant.settings()), SettingsRequest.of(tenant.settings()));
    }

    public void add(Operator by, String id) {
        by.require(Role.ADMIN);
        Tenant fresh = checked(() -> new Tenant(id, List.of(), TenantSettings.DEFAULT));
        change(by, "add tenant", id, "", tenants -> {
            if (tenants.stream().anyMatch(tenant -> tenant.id().equals(id))) {
                throw new OpsException(HttpStatus.CONFLICT, "There is a tenant of this name already.");
            }
            tenants.add(fresh);
            return tenants;
        });
    }

    public void setDisabled(Operator by, String id, boolean disabled) {
        by.require(Role.ADMIN);
        change(
                by,
                disabled ? "disable tenant" : "enable tenant",
                id,
                "",
                tenants -> replace(tenants, id, old -> new Tenant(old.id(), old.keys(), old.settings(), disabled)));
    }

    /** Changes the settings of a tenant; the entry of the audit log names the settings that differ. */
    public void changeSettings(Operator by, String id, SettingsRequest request) {
        by.require(Role.ADMIN);
        book.changeTenants(tenants -> {
            Tenant old = require(tenants, id);
            TenantSettings settings = checked(() -> request.applyTo(old.settings()));
            trail.record(by, "change tenant settings", id, SettingLines.describeChanges(old.settings(), settings));
            return replace(tenants, id, each -> new Tenant(id, each.keys(), settings, each.disabled()));
        });
    }

    public NewKey createKey(Operator by, String id, String name, Set<Scope> scopes) {
        by.require(Role.ADMIN);
        if (!KEY_NAME.matcher(name).matches()) {
            throw OpsException.badRequest(
                    "A key's name has 1 to 64 letters, digits, spaces or . _ - and begins with a letter or digit.");
        }
        String key = ApiKey.generateKey();
        ApiKey fresh = checked(() -> new ApiKey(name, ApiKey.hashKey(key), scopes));
        change(
                by,
                "create key",
                id,
                name + " " + tokensOf(scopes),
                tenants -> replace(tenants, id, old -> {
                    if (old.keys().stream().anyMatch(other -> other.name().equals(name))) {
                        throw new OpsException(HttpStatus.CONFLICT, "The tenant has a key of this name already.");
                    }
                    List<ApiKey> keys = new ArrayList<>(old.keys());
                    keys.add(fresh);
                    return new Tenant(old.id(), keys, old.settings(), old.disabled());
                }));
        return new NewKey(id, name, key);
    }

    public void revokeKey(Operator by, String id, String name) {
        by.require(Role.ADMIN);
        change(
                by,
                "revoke key",
                id,
                name,
                tenants -> replace(tenants, id, old -> {
                    List<ApiKey> keys = old.keys().stream()
                            .filter(key -> !key.name().equals(name))
                            .toList();
                    if (keys.size() == old.keys().size()) {
                        throw OpsException.notFound("The tenant has no key of this name.");
                    }
                    return new Tenant(old.id(), keys, old.settings(), old.disabled());
                }));
    }

    private void change(Operator by, String action, String tenant, String detail, UnaryOperator<List<Tenant>> change) {
        book.changeTenants(tenants -> {
            List<Tenant> changed = change.apply(tenants);
            trail.record(by, action, tenant, detail);
            return changed;
        });
    }

    private static List<Tenant> replace(List<Tenant> tenants, String id, UnaryOperator<Tenant> change) {
        Tenant old = require(tenants, id);
        List<Tenant> next = new ArrayList<>(tenants);
        next.set(next.indexOf(old), change.apply(old));
        return next;
    }

    private static Tenant require(List<Tenant> tenants, String id) {
        return tenants.stream()
                .filter(tenant -> tenant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OpsException.notFound("There is no tenant of this name."));
    }

    private static <T> T checked(java.util.function.Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw OpsException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static TenantLine toLine(Tenant tenant) {
        return new TenantLine(
                tenant.id(),
                tenant.disabled(),
                tenant.keys().stream()
                        .map(key -> new KeyLine(
                                key.name(),
                                tokensOf(key.scopes()),
                                key.messagesPerMinute(),
                                key.sha256().substring(0, 8)))
                        .toList(),
                tenant.settings().messagesPerMinute());
    }

    private static Set<String> tokensOf(Set<Scope> scopes) {
        return scopes.stream().map(Scope::token).collect(Collectors.toCollection(TreeSet::new));
    }
}
