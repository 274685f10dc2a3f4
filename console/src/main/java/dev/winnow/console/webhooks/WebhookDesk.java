package dev.winnow.console.webhooks;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.tenants.TenantBook;
import dev.winnow.console.webhooks.WebhookLines.AttemptLine;
import dev.winnow.console.webhooks.WebhookLines.BuriedLine;
import dev.winnow.console.webhooks.WebhookLines.EndpointLine;
import dev.winnow.console.webhooks.WebhookLines.PendingLine;
import dev.winnow.service.Stores;
import dev.winnow.tenant.Tenant;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.DueWebhooks.Pending;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows webhook endpoints with their attempts, and pings, replays and disables. Calls block; any thread. */
public final class WebhookDesk {
    private static final int MAX_TENANTS = 50;
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_REPLAY = 100;
    private static final int MAX_SEARCHED = 10 * MAX_REPLAY;

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

    /** One endpoint with its last attempts, the webhooks that wait for their next try, and those that were given up. */
    public record EndpointPage(
            EndpointLine endpoint, List<AttemptLine> attempts, List<PendingLine> pending, List<BuriedLine> buried) {}

    /** The endpoints of the tenants with an active endpoint, or of one tenant. */
    public record EndpointList(List<EndpointLine> endpoints, boolean more) {}

    /**
     * The webhooks that are due now.
     *
     * @param replayed given-up webhooks
     * @param hurried webhooks that waited for their next try
     * @param more whether others are left
     */
    public record Replay(int replayed, int hurried, boolean more) {}

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
                .forEach(id ->
                        stores.endpoints().listEndpoints(id).forEach(endpoint -> lines.add(EndpointLine.of(endpoint))));
        return new EndpointList(lines, wanted.size() > MAX_TENANTS);
    }

    public EndpointPage read(String tenant, String id) {
        Endpoint endpoint = require(tenant, id);
        return new EndpointPage(
                EndpointLine.of(endpoint),
                stores.attempts().listAttempts(id).stream()
                        .limit(MAX_ATTEMPTS)
                        .map(AttemptLine::of)
                        .toList(),
                stores.dueWebhooks().listPending(id, MAX_ATTEMPTS).stream()
                        .map(PendingLine::of)
                        .toList(),
                stores.dueWebhooks().listBuried(id, MAX_ATTEMPTS).stream()
                        .map(BuriedLine::of)
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
     * Sends given-up webhooks again, and those that wait for their next try at once; at most 100 of each.
     *
     * @param from the earliest time of giving up, or of the event of a waiting webhook; null for no limit
     * @param until the end of that time, excluded; null for no limit
     */
    public Replay replay(Operator by, String tenant, String id, @Nullable Instant from, @Nullable Instant until) {
        by.require(Role.OPERATOR);
        Endpoint endpoint = require(tenant, id);
        DueWebhooks due = stores.dueWebhooks();
        Instant now = now();
        Predicate<Instant> isInRange =
                time -> (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
        List<Buried> buried = due.listBuried(endpoint.id(), MAX_SEARCHED).stream()
                .filter(each -> isInRange.test(each.at()))
                .toList();
        List<Pending> pending = due.listPending(endpoint.id(), MAX_SEARCHED).stream()
                .filter(each -> isInRange.test(each.webhook().createdAt())
                        && each.dueAt().isAfter(now))
                .toList();
        Replay replay = new Replay(
                Math.min(buried.size(), MAX_REPLAY),
                Math.min(pending.size(), MAX_REPLAY),
                Math.max(buried.size(), pending.size()) > MAX_REPLAY);
        trail.record(
                by,
                "replay webhooks",
                id,
                "%d given up and %d waiting of tenant %s".formatted(replay.replayed(), replay.hurried(), tenant));
        buried.stream().limit(MAX_REPLAY).forEach(each -> {
            due.addDue(each.webhook().withoutAttempts(), now);
            due.forgetBuried(id, each.webhook().id());
        });
        pending.stream()
                .limit(MAX_REPLAY)
                .forEach(each -> due.movePending(each, each.webhook().withoutAttempts(), now));
        return replay;
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
