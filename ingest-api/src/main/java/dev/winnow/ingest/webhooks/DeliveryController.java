package dev.winnow.ingest.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.ingest.problem.ProblemException;
import dev.winnow.ingest.problem.ProblemType;
import dev.winnow.ingest.quota.PingLimit;
import dev.winnow.ingest.web.ApiRequest;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.DueWebhooks.Pending;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookIds;
import dev.winnow.webhook.WebhookPorts;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows delivery attempts, and replays and pings: the API stores webhooks as due now, and the callback sender sends them. */
@RestController
final class DeliveryController {
    private static final String ONE = EndpointController.PATH + "/{id}";
    private static final int MAX_AT_ONCE = 100;

    /** The most webhooks that a replay looks at. */
    private static final int MAX_SEARCHED = 10 * MAX_AT_ONCE;

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

    /** The recent attempts, the webhooks that will be tried again, and those that were given up. */
    record AttemptsDocument(
            List<AttemptDocument> attempts, List<PendingDocument> pending, List<DeadLetterDocument> deadLetters) {}

    /** One webhook that waits for its next try; without a reason if none was made yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PendingDocument(
            String id,
            String event,
            int attempts,
            Instant nextTry,
            @Nullable String reason) {
        static PendingDocument ofPending(Pending pending) {
            Webhook webhook = pending.webhook();
            return new PendingDocument(
                    webhook.id(), webhook.event().token(), webhook.attempts(), pending.dueAt(), webhook.reason());
        }
    }

    /** One attempt. */
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

    /** One webhook that was given up. */
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

    /**
     * The result of a replay.
     *
     * @param replayed dead letters that are due now
     * @param hurried pending webhooks that are due now
     * @param more whether some are left for another replay
     */
    record ReplayDocument(int replayed, int hurried, boolean more) {}

    /** The {@code webhook-id} to look for among the attempts. */
    record PingDocument(String id) {}

    @GetMapping(path = ONE + "/attempts", produces = MediaType.APPLICATION_JSON_VALUE)
    AttemptsDocument listAttempts(@PathVariable("id") String id, ApiRequest request) {
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        Endpoint endpoint = mine.requireEndpoint(id);
        return new AttemptsDocument(
                mine.ports().attempts().listAttempts(endpoint.id()).stream()
                        .limit(MAX_AT_ONCE)
                        .map(AttemptDocument::ofAttempt)
                        .toList(),
                mine.ports().due().listPending(endpoint.id(), MAX_AT_ONCE).stream()
                        .map(PendingDocument::ofPending)
                        .toList(),
                mine.ports().due().listBuried(endpoint.id(), MAX_AT_ONCE).stream()
                        .map(DeadLetterDocument::ofBuried)
                        .toList());
    }

    @PostMapping(path = ONE + "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayDocument replayWebhooks(
            @PathVariable("id") String id,
            @RequestParam(name = "since", required = false) @Nullable String since,
            ApiRequest request) {
        Instant from = since == null ? Instant.EPOCH : parseTime(since);
        TenantEndpoints mine = TenantEndpoints.openFor(ports, request);
        Endpoint endpoint = mine.requireEndpoint(id);
        DueWebhooks due = mine.ports().due();
        List<Buried> buried = due.listBuried(endpoint.id(), MAX_SEARCHED).stream()
                .filter(each -> !each.webhook().createdAt().isBefore(from))
                .toList();
        List<Pending> pending = due.listPending(endpoint.id(), MAX_SEARCHED).stream()
                .filter(each -> !each.webhook().createdAt().isBefore(from)
                        && each.dueAt().isAfter(now()))
                .toList();
        buried.stream().limit(MAX_AT_ONCE).forEach(each -> {
            due.addDue(each.webhook().withoutAttempts(), now());
            due.forgetBuried(endpoint.id(), each.webhook().id());
        });
        pending.stream()
                .limit(MAX_AT_ONCE)
                .forEach(each -> due.movePending(each, each.webhook().withoutAttempts(), now()));
        return new ReplayDocument(
                Math.min(buried.size(), MAX_AT_ONCE),
                Math.min(pending.size(), MAX_AT_ONCE),
                Math.max(buried.size(), pending.size()) > MAX_AT_ONCE);
    }

    private static Instant parseTime(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The parameter 'since' takes a time such as 2026-12-01T08:00:00Z.");
        }
    }

    @PostMapping(path = ONE + "/ping", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PingDocument pingEndpoint(@PathVariable("id") String id, ApiRequest request) {
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
