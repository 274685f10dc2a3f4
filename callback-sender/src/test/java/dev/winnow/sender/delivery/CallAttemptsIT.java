package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Buried;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.InMemoryAttemptLog;
import dev.winnow.webhook.InMemoryDueWebhooks;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;

class CallAttemptsIT {
    private final AtomicReference<Instant> now = new AtomicReference<>(WebhookSamples.now());

    /** A clock that is 15 s later at each reading, as after a slow call. */
    private final Clock clock =
            ((InstantSource) () -> now.updateAndGet(at -> at.plusSeconds(15))).withZone(ZoneOffset.UTC);

    @Test
    void buriesWithTheTimeAfterTheCall() throws Exception {
        InMemoryDueWebhooks due = new InMemoryDueWebhooks();
        SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
        InMemoryEndpointStore store = new InMemoryEndpointStore();
        Endpoint endpoint = WebhookSamples.endpoint("acme", "http://127.0.0.1:1/");
        store.addEndpoint(endpoint);
        try (WebhookHttpClient http =
                new WebhookHttpClient(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5))) {
            EndpointCaller caller = new EndpointCaller(
                    new EndpointCache(store, clock),
                    new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES]))),
                    http,
                    new RecentAttempts(new InMemoryAttemptLog()),
                    metrics,
                    clock,
                    4);
            Webhook webhook = WebhookSamples.webhook(endpoint.id());

            new CallAttempts(caller, due, metrics, clock).attemptFirst(webhook);
        }

        assertThat(due.listBuried(endpoint.id(), 10)).extracting(Buried::at).containsExactly(now.get());
    }

    @Test
    void countsAnUnexpectedExceptionAsAFailedTryUntilTheScheduleEnds() throws Exception {
        InMemoryDueWebhooks due = new InMemoryDueWebhooks();
        SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
        Clock broken = ((InstantSource) () -> {
                    throw new IllegalStateException("a defect");
                })
                .withZone(ZoneOffset.UTC);
        try (WebhookHttpClient http =
                new WebhookHttpClient(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5))) {
            EndpointCaller caller = new EndpointCaller(
                    new EndpointCache(new InMemoryEndpointStore(), broken),
                    new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES]))),
                    http,
                    new RecentAttempts(new InMemoryAttemptLog()),
                    metrics,
                    clock,
                    4);
            CallAttempts calls = new CallAttempts(caller, due, metrics, clock);

            calls.attemptFirst(WebhookSamples.webhook("whe_1"));
            assertThat(due.waiting())
                    .singleElement()
                    .satisfies(claim -> assertThat(claim.webhook().reason()).isEqualTo(EndpointCaller.NOT_MADE));
            for (int tries = 1; tries < 10; tries++) {
                Webhook next = due.waiting().getFirst().webhook();
                calls.attemptAgain(due.claimDue(DueWebhooks.shardOf(next), Instant.MAX, 1, Duration.ZERO)
                        .getFirst());
            }
        }

        assertThat(due.waiting()).isEmpty();
        assertThat(due.listBuried("whe_1", 10)).hasSize(1);
    }
}
