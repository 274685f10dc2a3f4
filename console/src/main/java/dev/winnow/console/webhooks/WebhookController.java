package dev.winnow.console.webhooks;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhook endpoints, for programs. */
@RestController
final class WebhookController {
    private static final String PATH = AccessConfiguration.API + "webhook-endpoints";
    private static final String ONE = AccessConfiguration.API + "tenants/{tenant}/webhook-endpoints/{id}";

    private final WebhookDesk desk;

    WebhookController(WebhookDesk desk) {
        this.desk = desk;
    }

    record TimeRange(@Nullable String from, @Nullable String until) {}

    @GetMapping(PATH)
    WebhookDesk.EndpointList list(@RequestParam(name = "tenant", required = false) @Nullable String tenant) {
        return desk.list(tenant);
    }

    @GetMapping(ONE)
    WebhookDesk.EndpointPage read(@PathVariable("tenant") String tenant, @PathVariable("id") String id) {
        return desk.read(tenant, id);
    }

    @PostMapping(ONE + "/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookDesk.Ping ping(@PathVariable("tenant") String tenant, @PathVariable("id") String id, Operator by) {
        return desk.ping(by, tenant, id);
    }

    @PostMapping(path = ONE + "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookDesk.Replay replay(
            @PathVariable("tenant") String tenant,
            @PathVariable("id") String id,
            @RequestBody TimeRange range,
            Operator by) {
        return desk.replay(by, tenant, id, parse(range.from()), parse(range.until()));
    }

    @PostMapping(ONE + "/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable("tenant") String tenant, @PathVariable("id") String id, Operator by) {
        desk.disable(by, tenant, id);
    }

    private static @Nullable Instant parse(@Nullable String time) {
        try {
            return time == null || time.isBlank() ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            throw OpsException.badRequest("A time is written like 2026-11-30T12:00:00Z.");
        }
    }
}
