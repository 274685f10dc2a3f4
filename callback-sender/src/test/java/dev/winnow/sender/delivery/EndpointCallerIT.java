package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.InMemoryAttemptLog;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import dev.winnow.webhook.WebhookSignature;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointCallerIT {
    private static final String TENANT = "acme";

    private final Receiver receiver = Receiver.answering(200);
    private final SecretSealer sealer = new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES])));
    private final byte[] secret = WebhookSignature.newSecret();
    private final InMemoryEndpointStore store = new InMemoryEndpointStore();
    private final InMemoryAttemptLog log = new InMemoryAttemptLog();
    private final RecentAttempts attempts = new RecentAttempts(log);
    private final WebhookHttpClient http =
            new WebhookHttpClient(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5));
    private Instant now = WebhookSamples.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
    private final EndpointCaller courier =
            new EndpointCaller(new EndpointCache(store, clock), sealer, http, attempts, metrics, clock, 4);
    private final Endpoint endpoint = registered();

    @AfterEach
    void close() throws IOException {
        http.close();
        receiver.close();
    }

    @Test
    void signsWhatItSends() throws Exception {
        activate();
        Webhook callback = WebhookSamples.callback(endpoint.id());

        assertThat(courier.deliverWebhook(callback)).isEqualTo(new CallOutcome.Delivered());

        Receiver.Received call = receiver.received().getFirst();
        assertThat(call.id()).isEqualTo(callback.id());
        assertThat(call.body()).isEqualTo(callback.body());
        assertThat(call.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        Receiver.verify(call, WebhookSignature.showSecret(secret));
    }

    @Test
    void signsWithBothSecretsUntilTheOverlapEnds() throws Exception {
        activate();
        byte[] next = WebhookSignature.newSecret();
        store.changeEndpoint(
                TENANT, endpoint.id(), stored -> stored.withSecret(sealer.sealSecret(next, endpoint.id()), now));

        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(secret));
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(next));

        now = now.plus(Endpoint.OVERLAP);
        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));
        assertThat(receiver.received().getLast().headers().firstValue("webhook-signature"))
                .hasValueSatisfying(signatures -> assertThat(signatures).doesNotContain(" "));
    }

    @Test
    void tellsAnEndpointNothingBeforeItAnsweredAPing() throws Exception {
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isInstanceOf(CallOutcome.Refused.class);
        assertThat(receiver.received()).isEmpty();

        courier.deliverWebhook(ping());

        assertThat(stored().state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Delivered());
    }

    /** The tenant's other endpoints are known from a moment ago, when this one was not there yet. */
    @Test
    void findsAnEndpointThatWasJustRegisteredOrGotANewSecret() throws Exception {
        activate();
        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));
        Endpoint fresh = registered();
        store.changeEndpoint(TENANT, fresh.id(), Endpoint::withAnswer);

        assertThat(courier.deliverWebhook(WebhookSamples.callback(fresh.id()))).isEqualTo(new CallOutcome.Delivered());

        byte[] next = WebhookSignature.newSecret();
        store.changeEndpoint(
                TENANT, endpoint.id(), stored -> stored.withSecret(sealer.sealSecret(next, endpoint.id()), now));
        courier.deliverWebhook(ping());
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(next));
    }

    @Test
    void doesNotTakeAnErrorForAnAnswerToAPing() throws Exception {
        receiver.answer(exchange -> exchange.sendResponseHeaders(401, -1));

        assertThat(courier.deliverWebhook(ping())).isEqualTo(new CallOutcome.Dropped());

        assertThat(stored().state()).isEqualTo(Endpoint.State.UNPROVEN);
        attempts.saveAttempts();
        assertThat(log.listAttempts(endpoint.id())).extracting(Attempt::outcome).containsExactly("status 401");
    }

    @Test
    void disablesAnEndpointThatSaysItIsGone() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(410, -1));

        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isInstanceOf(CallOutcome.Refused.class);

        assertThat(stored().state()).isEqualTo(Endpoint.State.DISABLED);
        assertThat(stored().disabledBecause()).isEqualTo("it answered 410 Gone");
        assertThat(metrics.disabledEndpoints()).isEqualTo(1);
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Refused("the endpoint is disabled: it answered 410 Gone"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void disablesAnEndpointThatFailedForFiveDaysAndWakesItUpByAPing() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(500, -1));
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Failed("status 500", null));
        assertThat(stored().failingSince()).isNull();
        Instant since = now;

        now = now.plus(Duration.ofMinutes(2));
        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));
        assertThat(stored().failingSince()).isEqualTo(since);

        now = since.plus(Endpoint.MAX_FAILING).plusSeconds(1);
        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));
        assertThat(stored().state()).isEqualTo(Endpoint.State.DISABLED);

        receiver.answer(exchange -> exchange.sendResponseHeaders(204, -1));
        courier.deliverWebhook(ping());
        assertThat(stored().state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(stored().failingSince()).isNull();
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Delivered());
    }

    @Test
    void forgetsAFailureThatIsOver() throws Exception {
        activate();
        store.changeEndpoint(TENANT, endpoint.id(), stored -> stored.withFailureSince(now.minusSeconds(3_600)));

        courier.deliverWebhook(WebhookSamples.callback(endpoint.id()));

        assertThat(stored().failingSince()).isNull();
    }

    @Test
    void leavesAnEndpointAloneAfterFiveFailuresInARow() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(503, -1));
        for (int i = 0; i < 5; i++) {
            assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                    .isInstanceOf(CallOutcome.Failed.class);
        }

        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Paused(now.plus(EndpointGate.FIRST_PAUSE)));

        assertThat(receiver.received()).hasSize(5);
    }

    @Test
    void honoursRetryAfter() throws Exception {
        activate();
        receiver.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        });

        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Failed("status 429", Duration.ofHours(1)));
        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Paused(now.plusSeconds(3_600)));
    }

    @Test
    void dropsWhatIsOwedToADeletedEndpoint() throws Exception {
        store.removeEndpoint(TENANT, endpoint.id());

        assertThat(courier.deliverWebhook(WebhookSamples.callback(endpoint.id())))
                .isEqualTo(new CallOutcome.Dropped());
    }

    private void activate() {
        store.changeEndpoint(TENANT, endpoint.id(), Endpoint::withAnswer);
    }

    private Endpoint stored() {
        return store.findEndpoint(TENANT, endpoint.id()).orElseThrow();
    }

    private Webhook ping() {
        return new Webhook("msg_ping", TENANT, endpoint.id(), EventType.PING, "{}", now);
    }

    private Endpoint registered() {
        String id = Endpoint.newId();
        Endpoint fresh = Endpoint.register(
                id,
                TENANT,
                URI.create(receiver.url()),
                Set.of(EventType.MESSAGE_VERDICT),
                1,
                sealer.sealSecret(secret, id),
                now);
        store.addEndpoint(fresh);
        return fresh;
    }
}
