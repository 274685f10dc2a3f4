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

/** Makes one call to one endpoint, if its gate lets it, and draws the consequences for the endpoint. Any thread; blocks. */
final class EndpointCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A failure that is over within this time is not worth a write. */
    private static final Duration WORTH_NOTING = Duration.ofMinutes(1);

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

    CallOutcome deliverWebhook(Webhook callback) throws InterruptedException {
        Optional<Endpoint> found = callback.event() == EventType.PING
                ? endpoints.readEndpoint(callback.tenant(), callback.endpoint())
                : endpoints.findEndpoint(callback.tenant(), callback.endpoint());
        if (found.isEmpty()) {
            gates.remove(callback.endpoint());
            return new CallOutcome.Dropped();
        }
        Endpoint endpoint = found.get();
        if (callback.event() == EventType.PING) {
            return pingEndpoint(callback, endpoint);
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
                    yield judgeAnswer(endpoint, gate, callEndpoint(callback, endpoint));
                } finally {
                    gate.leaveGate();
                }
            }
        };
    }

    /** A ping is for somebody who watches: it is not tried again, and no pause keeps it back. */
    private CallOutcome pingEndpoint(Webhook callback, Endpoint endpoint) {
        EndpointAnswer answer = callEndpoint(callback, endpoint);
        if (answer instanceof EndpointAnswer.Status status && status.isSuccess()) {
            EndpointGate gate = gates.get(endpoint.id());
            if (gate != null) {
                gate.recordSuccess();
            }
            endpoints.changeEndpoint(endpoint, Endpoint::withAnswer);
        }
        return new CallOutcome.Dropped();
    }

    private EndpointAnswer callEndpoint(Webhook callback, Endpoint endpoint) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        EndpointAnswer answer = http.postBody(
                endpoint.url(),
                Map.of(
                        "webhook-id", callback.id(),
                        "webhook-timestamp", Long.toString(at.getEpochSecond()),
                        "webhook-signature",
                                WebhookSignature.signBody(
                                        callback.id(), at, callback.body(), secrets.secretsOf(endpoint, at))),
                callback.body());
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        noteAttempt(callback, endpoint, at, answer, millis);
        return answer;
    }

    private void noteAttempt(Webhook callback, Endpoint endpoint, Instant at, EndpointAnswer answer, int millis) {
        int status = answer instanceof EndpointAnswer.Status known ? known.status() : 0;
        String outcome = reasonOf(answer);
        attempts.addAttempt(
                endpoint.id(),
                new Attempt(at, callback.id(), callback.event(), callback.attempts() + 1, status, outcome, millis));
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
        };
    }

    private void recordFailure(Endpoint endpoint, EndpointGate gate, Instant now, @Nullable Duration wish) {
        gate.recordFailure(now, wish);
        Instant noted = endpoint.failingSince();
        Instant since = gate.failingSince();
        if (noted != null && noted.plus(Endpoint.MAX_FAILING).isBefore(now)) {
            disableEndpoint(endpoint, "it failed for five days");
        } else if (noted == null && since != null && since.plus(WORTH_NOTING).isBefore(now)) {
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
        };
    }
}
