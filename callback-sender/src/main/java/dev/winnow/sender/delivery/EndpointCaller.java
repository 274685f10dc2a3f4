package dev.winnow.sender.delivery;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call to one endpoint if the endpoint's gate admits it, and updates the endpoint's state by the answer. Any thread; blocks. */
final class EndpointCaller {
    /** The reason of a call that failed in this sender, as the endpoint's owner reads it. */
    static final String NOT_MADE =
            "the call could not be made; the operator finds the cause in the log of the callback sender";

    private static final Logger log = LoggerFactory.getLogger(EndpointCaller.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A failure that is over within this time is not written to the store. */
    private static final Duration NOTED_AFTER = Duration.ofMinutes(1);

    private final EndpointCache endpoints;
    private final OpenedSecrets secrets;
    private final WebhookHttpClient http;
    private final RecentAttempts attempts;
    private final SenderMetrics metrics;
    private final Clock clock;
    private final int placesPerEndpoint;
    private final Map<String, EndpointGate> gates = new ConcurrentHashMap<>();

    EndpointCaller(
            EndpointCache endpoints,
            SecretSealer sealer,
            WebhookHttpClient http,
            RecentAttempts attempts,
            SenderMetrics metrics,
            Clock clock,
            int placesPerEndpoint) {
        this.endpoints = endpoints;
        this.secrets = new OpenedSecrets(sealer);
        this.http = http;
        this.attempts = attempts;
        this.metrics = metrics;
        this.clock = clock;
        this.placesPerEndpoint = placesPerEndpoint;
    }

    CallOutcome deliverWebhook(Webhook webhook) throws InterruptedException {
        Optional<Endpoint> found = webhook.event() == EventType.PING
                ? endpoints.readEndpoint(webhook.tenant(), webhook.endpoint())
                : endpoints.findEndpoint(webhook.tenant(), webhook.endpoint());
        if (found.isEmpty()) {
            gates.remove(webhook.endpoint());
            return new CallOutcome.Dropped();
        }
        Endpoint endpoint = found.get();
        if (webhook.event() == EventType.PING) {
            return pingEndpoint(webhook, endpoint);
        }
        if (endpoint.state() != Endpoint.State.ACTIVE) {
            String why = endpoint.disabledBecause();
            return new CallOutcome.Refused(
                    "the endpoint is disabled: " + (why == null ? "it never answered a ping" : why));
        }
        EndpointGate gate = gates.computeIfAbsent(endpoint.id(), _ -> new EndpointGate(placesPerEndpoint, PATIENCE));
        return switch (gate.enterGate(clock.instant())) {
            case EndpointGate.Entry.Busy _ -> new CallOutcome.Busy();
            case EndpointGate.Entry.Paused(Instant until) -> new CallOutcome.Paused(until);
            case EndpointGate.Entry.Admitted _ -> {
                try {
                    yield judgeAnswer(endpoint, gate, callEndpoint(webhook, endpoint));
                } finally {
                    gate.leaveGate();
                }
            }
        };
    }

    /** Makes a ping call, once and without regard to a pause: its sender watches for the answer. */
    private CallOutcome pingEndpoint(Webhook webhook, Endpoint endpoint) {
        EndpointAnswer answer = callEndpoint(webhook, endpoint);
        if (answer instanceof EndpointAnswer.Status status && status.isSuccess()) {
            EndpointGate gate = gates.get(endpoint.id());
            if (gate != null) {
                gate.recordSuccess();
            }
            endpoints.changeEndpoint(endpoint, Endpoint::withAnswer);
        }
        return new CallOutcome.Dropped();
    }

    private EndpointAnswer callEndpoint(Webhook webhook, Endpoint endpoint) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        EndpointAnswer answer = postWebhook(webhook, endpoint, at);
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        noteAttempt(webhook, endpoint, at, answer, millis);
        return answer;
    }

    private EndpointAnswer postWebhook(Webhook webhook, Endpoint endpoint, Instant at) {
        try {
            return http.postBody(
                    endpoint.url(),
                    Map.of(
                            "webhook-id", webhook.id(),
                            "webhook-timestamp", Long.toString(at.getEpochSecond()),
                            "webhook-signature",
                                    WebhookSignature.signBody(
                                            webhook.id(), at, webhook.body(), secrets.secretsOf(endpoint, at))),
                    webhook.body());
        } catch (RuntimeException e) {
            log.error("Webhook {} to endpoint {} could not be signed or sent", webhook.id(), endpoint.id(), e);
            return new EndpointAnswer.NotMade(NOT_MADE);
        }
    }

    private void noteAttempt(Webhook webhook, Endpoint endpoint, Instant at, EndpointAnswer answer, int millis) {
        int status = answer instanceof EndpointAnswer.Status known ? known.status() : 0;
        String outcome = reasonOf(answer);
        attempts.addAttempt(
                endpoint.id(),
                new Attempt(at, webhook.id(), webhook.event(), webhook.attempts() + 1, status, outcome, millis));
        metrics.recordCall(status / 100 == 2);
    }

    private CallOutcome judgeAnswer(Endpoint endpoint, EndpointGate gate, EndpointAnswer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case EndpointAnswer.Status status
            when status.isSuccess() -> {
                gate.recordSuccess();
                if (endpoint.failingSince() != null) {
                    endpoints.changeEndpoint(endpoint, Endpoint::withAnswer);
                }
                yield new CallOutcome.Delivered();
            }
            case EndpointAnswer.Status status
            when status.isGone() -> {
                disableEndpoint(endpoint, "it answered 410 Gone");
                yield new CallOutcome.Refused("the endpoint answered 410 Gone");
            }
            case EndpointAnswer.Status status -> {
                recordFailure(endpoint, gate, now, status.retryAfter());
                yield new CallOutcome.Failed(reasonOf(answer), status.retryAfter());
            }
            case EndpointAnswer.None _ -> {
                recordFailure(endpoint, gate, now, null);
                yield new CallOutcome.Failed(reasonOf(answer), null);
            }
            case EndpointAnswer.NotMade(String why) -> {
                gate.recordFailure(now, null);
                yield new CallOutcome.Failed(why, null);
            }
        };
    }

    private void recordFailure(Endpoint endpoint, EndpointGate gate, Instant now, @Nullable Duration retryAfter) {
        gate.recordFailure(now, retryAfter);
        Instant noted = endpoint.failingSince();
        Instant since = gate.failingSince();
        if (noted != null && noted.plus(Endpoint.MAX_FAILING).isBefore(now)) {
            disableEndpoint(endpoint, "it failed for five days");
        } else if (noted == null && since != null && since.plus(NOTED_AFTER).isBefore(now)) {
            endpoints.changeEndpoint(
                    endpoint, stored -> stored.failingSince() == null ? stored.withFailureSince(since) : stored);
        }
    }

    private void disableEndpoint(Endpoint endpoint, String because) {
        endpoints.changeEndpoint(endpoint, stored -> stored.withDisabled(because));
        metrics.disabledEndpoint();
    }

    private static String reasonOf(EndpointAnswer answer) {
        return switch (answer) {
            case EndpointAnswer.Status status when status.isSuccess() -> "delivered";
            case EndpointAnswer.Status status
            when status.status() / 100 == 3 -> "status " + status.status() + "; redirects are not followed";
            case EndpointAnswer.Status status -> "status " + status.status();
            case EndpointAnswer.None(String why) -> why;
            case EndpointAnswer.NotMade(String why) -> why;
        };
    }
}
