package dev.winnow.console.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.service.Stores;
import dev.winnow.tenant.Tenant;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows webhook endpoints with their attempts, and pings, replays and disables. Calls block; any thread. */
public final class WebhookDesk {
    private static final int MAX_TENANTS = 50;
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_REPLAY = 100;

    private final Stores stores;
    private final TenantBook tenants;
    private final AuditTrail trail;
    private final Clock clock;

    public WebhookDesk(Stores stores, TenantBook tenants, AuditTrail trail, Clock clock) {
        this.stores = stores;
        this.tenants = tenants;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One endpoint.
     *
     * @param state {@code unproven}, {@code active} or {@code disabled}
     * @param health {@code good}, {@code failing}, {@code disabled} or {@code unproven}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EndpointLine(
            String tenant,
            String id,
            String url,
            List<String> events,
            int batchSize,
            String state,
            String health,
            @Nullable String disabledBecause,
            @Nullable Instant failingSince,
            Instant createdAt) {}

    /** One endpoint with its last attempts and the webhooks that were given up. */
    public record EndpointPage(EndpointLine endpoint, List<AttemptLine> attempts, List<BuriedLine> buried) {}

    /** One try to call. */
    public record AttemptLine(
            Instant at, String id, String event, int number, int status, String outcome, int millis) {}

    /** One webhook that was given up. */
    public record BuriedLine(String id, String event, Instant at, int attempts, String reason) {}

    /** The endpoints of the tenants with an active endpoint, or of one tenant. */
    public record EndpointList(List<EndpointLine> endpoints, boolean more) {}

    /** The number of webhooks that will be sent again, and whether others are left. */
    public record Replay(int replayed, boolean more) {}

    /** The id to look for among the attempts. */
    public record Ping(String id) {}

    /** Lists endpoints: of one tenant, or of the first tenants by name. */
    public EndpointList list(@Nullable String tenant) {
        List<String> wanted = tenant == null || tenant.isBlank()
                ? tenants.listTenants().stream()
                        .map(Tenant::id)
                        .sorted()
                        .limit(MAX_TENANTS + 1L)
                        .toList()
                : List.of(tenant);
        List<EndpointLine> lines = new ArrayList<>();
        wanted.stream()
                .limit(MAX_TENANTS)
                .forEach(id -> stores.endpoints().listEndpoints(id).forEach(endpoint -> lines.add(toLine(endpoint))));
        return new EndpointList(lines, wanted.size() > MAX_TENANTS);
    }

    public EndpointPage read(String tenant, String id) {
        Endpoint endpoint = require(tenant, id);
        return new EndpointPage(
                toLine(endpoint),
                stores.attempts().listAttempts(id).stream()
                        .limit(MAX_ATTEMPTS)
                        .map(WebhookDesk::toLine)
                        .toList(),
                stores.dueWebhooks().listBuried(id, MAX_ATTEMPTS).stream()
                        .map(WebhookDesk::toLine)
                        .toList());
    }

    public Ping ping(Operator by, String tenant, String id) {
        by.require(Role.OPERATOR);
        Endpoint endpoint = require(tenant, id);
        trail.record(by, "ping webhook endpoint", id, tenant);
        Instant now = now();
        String webhookId = WebhookIds.deriveId(List.of("ping", UUID.randomUUID().toString()));
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type", EventType.PING.token(),
                        "timestamp", now.toString(),
                        "data", Map.of("endpoint", endpoint.id())));
        stores.dueWebhooks().addDue(new Webhook(webhookId, tenant, id, EventType.PING, body, now), now);
        return new Ping(webhookId);
    }

    /**
     * Sends given-up webhooks again, at most 100 at once.
     *
     * @param from the earliest time of giving up; null for no limit
     * @param until the end of the time of giving up, excluded; null for no limit
     */
    public Replay replay(Operator by, String tenant, String id, @Nullable Instant from, @Nullable Instant until) {
        by.require(Role.OPERATOR);
        Endpoint endpoint = require(tenant, id);
        List<Buried> buried = stores.dueWebhooks().listBuried(endpoint.id(), 10 * MAX_REPLAY).stream()
                .filter(each -> from == null || !each.at().isBefore(from))
                .filter(each -> until == null || each.at().isBefore(until))
                .toList();
        List<Buried> now = buried.subList(0, Math.min(buried.size(), MAX_REPLAY));
        trail.record(by, "replay webhooks", id, now.size() + " of tenant " + tenant);
        for (Buried each : now) {
            stores.dueWebhooks().addDue(each.webhook().withoutAttempts(), now());
            stores.dueWebhooks().forgetBuried(id, each.webhook().id());
        }
        return new Replay(now.size(), buried.size() > now.size());
    }

    public void disable(Operator by, String tenant, String id) {
        by.require(Role.OPERATOR);
        Endpoint _ = require(tenant, id);
        trail.record(by, "disable webhook endpoint", id, tenant);
        if (stores.endpoints()
                .changeEndpoint(
                        tenant,
                        id,
                        stored -> stored.state() == Endpoint.State.DISABLED
                                ? stored
                                : stored.withDisabled("an operator disabled it"))
                .isEmpty()) {
            throw unknown();
        }
    }

    private Endpoint require(String tenant, String id) {
        return stores.endpoints().findEndpoint(tenant, id).orElseThrow(WebhookDesk::unknown);
    }

    private static OpsException unknown() {
        return OpsException.notFound("The tenant has no webhook endpoint of this id.");
    }

    private static EndpointLine toLine(Endpoint endpoint) {
        String state = endpoint.state().name().toLowerCase(Locale.ROOT);
        String health = endpoint.state() == Endpoint.State.ACTIVE
                ? endpoint.failingSince() == null ? "good" : "failing"
                : state;
        return new EndpointLine(
                endpoint.tenant(),
                endpoint.id(),
                endpoint.url().toString(),
                endpoint.events().stream().map(EventType::token).sorted().toList(),
                endpoint.batchSize(),
                state,
                health,
                endpoint.disabledBecause(),
                endpoint.failingSince(),
                endpoint.createdAt());
    }

    private static AttemptLine toLine(Attempt attempt) {
        return new AttemptLine(
                attempt.at(),
                attempt.id(),
                attempt.event().token(),
                attempt.number(),
                attempt.status(),
                attempt.outcome(),
                attempt.millis());
    }

    private static BuriedLine toLine(Buried buried) {
        Webhook webhook = buried.webhook();
        String reason = webhook.reason();
        return new BuriedLine(
                webhook.id(),
                webhook.event().token(),
                buried.at(),
                webhook.attempts(),
                reason == null ? "unknown" : reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
