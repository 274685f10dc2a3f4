package dev.winnow.console.tenants;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.tenant.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tenants and keys, for programs. */
@RestController
final class TenantController {
    private static final String PATH = AccessConfiguration.API + "tenants";

    private final TenantDesk desk;
    private final UsageDesk usage;

    TenantController(TenantDesk desk, UsageDesk usage) {
        this.desk = desk;
        this.usage = usage;
    }

    record NewTenant(@Nullable String id) {}

    record KeyRequest(@Nullable String name, @Nullable List<String> scopes) {}

    @GetMapping(PATH)
    TenantDesk.TenantPage list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return desk.list(search, after);
    }

    @GetMapping(PATH + "/{id}")
    TenantDesk.TenantCard read(@PathVariable("id") String id) {
        return desk.read(id);
    }

    @GetMapping(PATH + "/{id}/usage")
    UsageDesk.UsageReport readUsage(
            @PathVariable("id") String id, @RequestParam(name = "days", defaultValue = "30") int days) {
        return OpsException.answer(() -> usage.readUsage(id, days));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TenantDesk.TenantCard add(@RequestBody NewTenant tenant, Operator by) {
        String id = tenant.id() == null ? "" : tenant.id();
        desk.add(by, id);
        return desk.read(id);
    }

    @PostMapping(PATH + "/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable("id") String id, Operator by) {
        desk.setDisabled(by, id, true);
    }

    @PostMapping(PATH + "/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable("id") String id, Operator by) {
        desk.setDisabled(by, id, false);
    }

    @PutMapping(path = PATH + "/{id}/settings", consumes = MediaType.APPLICATION_JSON_VALUE)
    TenantDesk.TenantCard changeSettings(
            @PathVariable("id") String id, @RequestBody SettingsRequest request, Operator by) {
        desk.changeSettings(by, id, request);
        return desk.read(id);
    }

    @PostMapping(path = PATH + "/{id}/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    TenantDesk.NewKey createKey(@PathVariable("id") String id, @RequestBody KeyRequest request, Operator by) {
        return desk.createKey(
                by,
                id,
                request.name() == null ? "" : request.name(),
                parseScopes(request.scopes() == null ? List.of("submit") : request.scopes()));
    }

    @DeleteMapping(PATH + "/{id}/keys/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeKey(@PathVariable("id") String id, @PathVariable("name") String name, Operator by) {
        desk.revokeKey(by, id, name);
    }

    static Set<Scope> parseScopes(List<String> tokens) {
        Set<Scope> scopes = new TreeSet<>();
        for (@Nullable String token : tokens) {
            try {
                scopes.add(Scope.valueOf(String.valueOf(token).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw OpsException.badRequest("A scope is submit or manage.");
            }
        }
        return scopes;
    }
}
