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

    CallOutcome deliver(Webhook callback) throws InterruptedException {
        Optional<Endpoint> found = callback.event() == EventType.PING
                ? endpoints.now(callback.tenant(), callback.endpoint())
                : endpoints.find(callback.tenant(), callback.endpoint());
        if (found.isEmpty()) {
            gates.remove(callback.endpoint());
            return new CallOutcome.Dropped();
        }
        Endpoint endpoint = found.get();
        if (callback.event() == EventType.PING) {
            return ping(callback, endpoint);
        }
        if (endpoint.state() != Endpoint.State.ACTIVE) {
            String why = endpoint.disabledBecause();
            return new CallOutcome.Refused(
                    "the endpoint is disabled: " + (why == null ? "it never answered a ping" : why));
        }
        EndpointGate gate = gates.computeIfAbsent(endpoint.id(), _ -> new EndpointGate(placesPerEndpoint, PATIENCE));
        return switch (gate.enter(clock.instant())) {
            case EndpointGate.Entry.Busy _ -> new CallOutcome.Busy();
            case EndpointGate.Entry.Paused(Instant until) -> new CallOutcome.Paused(until);
            case EndpointGate.Entry.Admitted _ -> {
                try {
                    yield judge(endpoint, gate, call(callback, endpoint));
                } finally {
                    gate.leave();
                }
            }
        };
    }

    /** A ping is for somebody who watches: it is not tried again, and no pause keeps it back. */
    private CallOutcome ping(Webhook callback, Endpoint endpoint) {
        EndpointAnswer answer = call(callback, endpoint);
        if (answer instanceof EndpointAnswer.Status status && status.isSuccess()) {
            EndpointGate gate = gates.get(endpoint.id());
            if (gate != null) {
                gate.succeeded();
            }
            endpoints.change(endpoint, Endpoint::answered);
        }
        return new CallOutcome.Dropped();
    }

    private EndpointAnswer call(Webhook callback, Endpoint endpoint) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        EndpointAnswer answer = http.post(
                endpoint.url(),
                Map.of(
                        "webhook-id", callback.id(),
                        "webhook-timestamp", Long.toString(at.getEpochSecond()),
                        "webhook-signature",
                                WebhookSignature.of(callback.id(), at, callback.body(), secrets.of(endpoint, at))),
                callback.body());
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        note(callback, endpoint, at, answer, millis);
        return answer;
    }

    private void note(Webhook callback, Endpoint endpoint, Instant at, EndpointAnswer answer, int millis) {
        int status = answer instanceof EndpointAnswer.Status known ? known.status() : 0;
        String outcome = reason(answer);
        attempts.add(
                endpoint.id(),
                new Attempt(at, callback.id(), callback.event(), callback.attempts() + 1, status, outcome, millis));
        metrics.called(status / 100 == 2);
    }

    private CallOutcome judge(Endpoint endpoint, EndpointGate gate, EndpointAnswer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case EndpointAnswer.Status status
            when status.isSuccess() -> {
                gate.succeeded();
                if (endpoint.failingSince() != null) {
                    endpoints.change(endpoint, Endpoint::answered);
                }
                yield new CallOutcome.Delivered();
            }
            case EndpointAnswer.Status status
            when status.isGone() -> {
                disable(endpoint, "it answered 410 Gone");
                yield new CallOutcome.Refused("the endpoint answered 410 Gone");
            }
            case EndpointAnswer.Status status -> {
                failed(endpoint, gate, now, status.retryAfter());
                yield new CallOutcome.Failed(reason(answer), status.retryAfter());
            }
            case EndpointAnswer.None _ -> {
                failed(endpoint, gate, now, null);
                yield new CallOutcome.Failed(reason(answer), null);
            }
        };
    }

    private void failed(Endpoint endpoint, EndpointGate gate, Instant now, @Nullable Duration wish) {
        gate.failed(now, wish);
        Instant noted = endpoint.failingSince();
        Instant since = gate.failingSince();
        if (noted != null && noted.plus(Endpoint.MAX_FAILING).isBefore(now)) {
            disable(endpoint, "it failed for five days");
        } else if (noted == null && since != null && since.plus(WORTH_NOTING).isBefore(now)) {
            endpoints.change(endpoint, stored -> stored.failingSince() == null ? stored.failing(since) : stored);
        }
    }

    private void disable(Endpoint endpoint, String because) {
        endpoints.change(endpoint, stored -> stored.disabled(because));
        metrics.disabledEndpoint();
    }

    private static String reason(EndpointAnswer answer) {
        return switch (answer) {
            case EndpointAnswer.Status status when status.isSuccess() -> "delivered";
            case EndpointAnswer.Status status
            when status.status() / 100 == 3 -> "status " + status.status() + "; redirects are not followed";
            case EndpointAnswer.Status status -> "status " + status.status();
            case EndpointAnswer.None(String why) -> why;
        };
    }
}
