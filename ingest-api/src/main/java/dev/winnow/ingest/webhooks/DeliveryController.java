package dev.winnow.ingest.webhooks;

import dev.winnow.ingest.quota.PingLimit;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import dev.winnow.webhook.WebhookPorts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows what was tried, and has calls made: the API writes them down as due now, and the sender makes them. */
@RestController
final class DeliveryController {
    private static final String ONE = EndpointController.PATH + "/{id}";
    private static final int MAX_AT_ONCE = 100;

    private final ObjectProvider<WebhookPorts> ports;
    private final JsonMapper json;
    private final Clock clock;
    private final PingLimit pings;

    DeliveryController(ObjectProvider<WebhookPorts> ports, PingLimit pings, JsonMapper json, Clock clock) {
        this.ports = ports;
        this.pings = pings;
        this.json = json;
        this.clock = clock;
    }

    /** What was tried lately, and what is not tried any more. */
    record AttemptsDocument(List<AttemptDocument> attempts, List<DeadLetterDocument> deadLetters) {}

    /** One try. */
    record AttemptDocument(Instant at, String id, String event, int number, int status, String outcome, int millis) {
        static AttemptDocument ofAttempt(Attempt attempt) {
            return new AttemptDocument(
                    attempt.at(),
                    attempt.id(),
                    attempt.event().token(),
                    attempt.number(),
                    attempt.status(),
                    attempt.outcome(),
                    attempt.millis());
        }
    }

    /** One call that is not tried any more. */
    record DeadLetterDocument(String id, String event, Instant at, int attempts, String reason) {
        static DeadLetterDocument ofBuried(Buried buried) {
            Webhook webhook = buried.webhook();
            @Nullable String reason = webhook.reason();
            return new DeadLetterDocument(
                    webhook.id(),
                    webhook.event().token(),
                    buried.at(),
                    webhook.attempts(),
                    reason == null ? "unknown" : reason);
        }
    }

    /** How many calls will be made again, and whether dead letters are left. */
    record ReplayDocument(int replayed, boolean more) {}

    /** The {@code webhook-id} to look for among the attempts. */
    record PingDocument(String id) {}

    @GetMapping(path = ONE + "/attempts", produces = MediaType.APPLICATION_JSON_VALUE)
    AttemptsDocument listAttempts(@PathVariable("id") String id, HttpServletRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        Endpoint endpoint = mine.requireEndpoint(id);
        return new AttemptsDocument(
                mine.ports().attempts().listAttempts(endpoint.id()).stream()
                        .limit(MAX_AT_ONCE)
                        .map(AttemptDocument::ofAttempt)
                        .toList(),
                mine.ports().due().listBuried(endpoint.id(), MAX_AT_ONCE).stream()
                        .map(DeadLetterDocument::ofBuried)
                        .toList());
    }

    @PostMapping(path = ONE + "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayDocument replayWebhooks(@PathVariable("id") String id, HttpServletRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        Endpoint endpoint = mine.requireEndpoint(id);
        List<Buried> buried = mine.ports().due().listBuried(endpoint.id(), MAX_AT_ONCE + 1);
        List<Buried> now = buried.subList(0, Math.min(buried.size(), MAX_AT_ONCE));
        for (Buried each : now) {
            mine.ports().due().addDue(each.webhook().withoutAttempts(), now());
            mine.ports().due().forgetBuried(endpoint.id(), each.webhook().id());
        }
        return new ReplayDocument(now.size(), buried.size() > now.size());
    }

    @PostMapping(path = ONE + "/ping", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PingDocument pingEndpoint(@PathVariable("id") String id, HttpServletRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        Endpoint endpoint = mine.requireEndpoint(id);
        pings.charge(mine.tenant(), endpoint.id());
        String webhookId = WebhookIds.deriveId(List.of("ping", UUID.randomUUID().toString()));
        String body = json.writeValueAsString(Map.of(
                "type", EventType.PING.token(),
                "timestamp", now().toString(),
                "data", Map.of("endpoint", endpoint.id())));
        mine.ports()
                .due()
                .addDue(new Webhook(webhookId, mine.tenant(), endpoint.id(), EventType.PING, body, now()), now());
        return new PingDocument(webhookId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
