package dev.winnow.worker.callback;

import dev.winnow.callback.Attempt;
import dev.winnow.callback.Callback;
import dev.winnow.callback.Endpoint;
import dev.winnow.callback.EventType;
import dev.winnow.callback.SecretSealer;
import dev.winnow.callback.WebhookSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes one call to one endpoint, if its gate lets it, and draws the consequences for the endpoint. Any thread; blocks. */
final class Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A failure that is over within this time is not worth a write. */
    private static final Duration WORTH_NOTING = Duration.ofMinutes(1);

    private final EndpointCache endpoints;
    private final OpenedSecrets secrets;
    private final HttpCalls http;
    private final RecentAttempts attempts;
    private final SenderMetrics metrics;
    private final Clock clock;
    private final int placesPerEndpoint;
    private final Map<String, EndpointGate> gates = new ConcurrentHashMap<>();

    Courier(
            EndpointCache endpoints,
            SecretSealer sealer,
            HttpCalls http,
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

    Outcome deliver(Callback callback) throws InterruptedException {
        Optional<Endpoint> found = callback.event() == EventType.PING
                ? endpoints.now(callback.tenant(), callback.endpoint())
                : endpoints.find(callback.tenant(), callback.endpoint());
        if (found.isEmpty()) {
            gates.remove(callback.endpoint());
            return new Outcome.Dropped();
        }
        Endpoint endpoint = found.get();
        if (callback.event() == EventType.PING) {
            return ping(callback, endpoint);
        }
        if (endpoint.state() != Endpoint.State.ACTIVE) {
            String why = endpoint.disabledBecause();
            return new Outcome.Refused("the endpoint is disabled: " + (why == null ? "it never answered a ping" : why));
        }
        EndpointGate gate = gates.computeIfAbsent(endpoint.id(), _ -> new EndpointGate(placesPerEndpoint, PATIENCE));
        return switch (gate.enter(clock.instant())) {
            case EndpointGate.Entry.Busy _ -> new Outcome.Busy();
            case EndpointGate.Entry.Paused(Instant until) -> new Outcome.Paused(until);
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
    private Outcome ping(Callback callback, Endpoint endpoint) {
        Answer answer = call(callback, endpoint);
        if (answer instanceof Answer.Status status && status.isSuccess()) {
            EndpointGate gate = gates.get(endpoint.id());
            if (gate != null) {
                gate.succeeded();
            }
            endpoints.change(endpoint, Endpoint::answered);
        }
        return new Outcome.Dropped();
    }

    private Answer call(Callback callback, Endpoint endpoint) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Answer answer = http.post(
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

    private void note(Callback callback, Endpoint endpoint, Instant at, Answer answer, int millis) {
        int status = answer instanceof Answer.Status known ? known.status() : 0;
        String outcome = reason(answer);
        attempts.add(
                endpoint.id(),
                new Attempt(at, callback.id(), callback.event(), callback.attempts() + 1, status, outcome, millis));
        metrics.called(status / 100 == 2);
    }

    private Outcome judge(Endpoint endpoint, EndpointGate gate, Answer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case Answer.Status status
            when status.isSuccess() -> {
                gate.succeeded();
                if (endpoint.failingSince() != null) {
                    endpoints.change(endpoint, Endpoint::answered);
                }
                yield new Outcome.Delivered();
            }
            case Answer.Status status
            when status.isGone() -> {
                disable(endpoint, "it answered 410 Gone");
                yield new Outcome.Refused("the endpoint answered 410 Gone");
            }
            case Answer.Status status -> {
                failed(endpoint, gate, now, status.retryAfter());
                yield new Outcome.Failed(reason(answer), status.retryAfter());
            }
            case Answer.None _ -> {
                failed(endpoint, gate, now, null);
                yield new Outcome.Failed(reason(answer), null);
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

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Status status when status.isSuccess() -> "delivered";
            case Answer.Status status
            when status.status() / 100 == 3 -> "status " + status.status() + "; redirects are not followed";
            case Answer.Status status -> "status " + status.status();
            case Answer.None(String why) -> why;
        };
    }
}
