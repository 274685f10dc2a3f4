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
    private final EndpointCaller caller =
            new EndpointCaller(new EndpointCache(store, clock), sealer, http, attempts, metrics, clock, 4);
    private final Endpoint endpoint = registered();

    @AfterEach
    void close() throws IOException {
        http.close();
        receiver.close();
    }

    @Test
    void signsTheBody() throws Exception {
        activate();
        Webhook webhook = WebhookSamples.webhook(endpoint.id());

        assertThat(caller.deliverWebhook(webhook)).isEqualTo(new CallOutcome.Delivered());

        Receiver.Received call = receiver.received().getFirst();
        assertThat(call.id()).isEqualTo(webhook.id());
        assertThat(call.body()).isEqualTo(webhook.body());
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

        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(secret));
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(next));

        now = now.plus(Endpoint.OVERLAP);
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));
        assertThat(receiver.received().getLast().headers().firstValue("webhook-signature"))
                .hasValueSatisfying(signatures -> assertThat(signatures).doesNotContain(" "));
    }

    @Test
    void sendsNoWebhookBeforeTheEndpointAnsweredAPing() throws Exception {
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isInstanceOf(CallOutcome.Refused.class);
        assertThat(receiver.received()).isEmpty();

        caller.deliverWebhook(ping());

        assertThat(stored().state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()))).isEqualTo(new CallOutcome.Delivered());
    }

    /** The cached list of the tenant's endpoints is older than the new endpoint. */
    @Test
    void findsAnEndpointThatWasJustRegisteredOrGotANewSecret() throws Exception {
        activate();
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));
        Endpoint fresh = registered();
        store.changeEndpoint(TENANT, fresh.id(), Endpoint::withAnswer);

        assertThat(caller.deliverWebhook(WebhookSamples.webhook(fresh.id()))).isEqualTo(new CallOutcome.Delivered());

        byte[] next = WebhookSignature.newSecret();
        store.changeEndpoint(
                TENANT, endpoint.id(), stored -> stored.withSecret(sealer.sealSecret(next, endpoint.id()), now));
        caller.deliverWebhook(ping());
        Receiver.verify(receiver.received().getLast(), WebhookSignature.showSecret(next));
    }

    @Test
    void doesNotTakeAnErrorForAnAnswerToAPing() throws Exception {
        receiver.answer(exchange -> exchange.sendResponseHeaders(401, -1));

        assertThat(caller.deliverWebhook(ping())).isEqualTo(new CallOutcome.Dropped());

        assertThat(stored().state()).isEqualTo(Endpoint.State.UNPROVEN);
        attempts.saveAttempts();
        assertThat(log.listAttempts(endpoint.id())).extracting(Attempt::outcome).containsExactly("status 401");
    }

    @Test
    void disablesAnEndpointThatSaysItIsGone() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(410, -1));

        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isInstanceOf(CallOutcome.Refused.class);

        assertThat(stored().state()).isEqualTo(Endpoint.State.DISABLED);
        assertThat(stored().disabledBecause()).isEqualTo("it answered 410 Gone");
        assertThat(metrics.disabledEndpoints()).isEqualTo(1);
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isEqualTo(new CallOutcome.Refused("the endpoint is disabled: it answered 410 Gone"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void disablesAnEndpointThatFailedForFiveDaysAndEnablesItByAPing() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(500, -1));
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isEqualTo(new CallOutcome.Failed("status 500", null));
        assertThat(stored().failingSince()).isNull();
        Instant since = now;

        now = now.plus(Duration.ofMinutes(2));
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));
        assertThat(stored().failingSince()).isEqualTo(since);

        now = since.plus(Endpoint.MAX_FAILING).plusSeconds(1);
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));
        assertThat(stored().state()).isEqualTo(Endpoint.State.DISABLED);

        receiver.answer(exchange -> exchange.sendResponseHeaders(204, -1));
        caller.deliverWebhook(ping());
        assertThat(stored().state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(stored().failingSince()).isNull();
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()))).isEqualTo(new CallOutcome.Delivered());
    }

    @Test
    void forgetsAFailureThatIsOver() throws Exception {
        activate();
        store.changeEndpoint(TENANT, endpoint.id(), stored -> stored.withFailureSince(now.minusSeconds(3_600)));

        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));

        assertThat(stored().failingSince()).isNull();
    }

    @Test
    void leavesAnEndpointAloneAfterFiveFailuresInARow() throws Exception {
        activate();
        receiver.answer(exchange -> exchange.sendResponseHeaders(503, -1));
        for (int i = 0; i < 5; i++) {
            assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                    .isInstanceOf(CallOutcome.Failed.class);
        }

        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
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

        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isEqualTo(new CallOutcome.Failed("status 429", Duration.ofHours(1)));
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                .isEqualTo(new CallOutcome.Paused(now.plusSeconds(3_600)));
    }

    @Test
    void dropsAWebhookOfADeletedEndpoint() throws Exception {
        store.removeEndpoint(TENANT, endpoint.id());

        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()))).isEqualTo(new CallOutcome.Dropped());
    }

    @Test
    void countsACallThatCannotBeSignedAsFailedAndTriesAgainAfterThePause() throws Exception {
        activate();
        sealer.rotateKeys(List.of(MasterKey.fromBytes(1, new byte[MasterKey.BYTES])));
        CallOutcome failed = new CallOutcome.Failed(EndpointCaller.NOT_MADE, null);

        for (int i = 0; i < EndpointGate.FAILURES_IN_A_ROW; i++) {
            assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id())))
                    .isEqualTo(failed);
        }
        now = now.plus(EndpointGate.FIRST_PAUSE);
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()))).isEqualTo(failed);

        sealer.rotateKeys(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES])));
        now = now.plus(EndpointGate.LONGEST_PAUSE);
        assertThat(caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()))).isEqualTo(new CallOutcome.Delivered());
        attempts.saveAttempts();
        assertThat(log.listAttempts(endpoint.id()))
                .extracting(Attempt::outcome)
                .contains(EndpointCaller.NOT_MADE, "delivered");
    }

    @Test
    void disablesNoEndpointForCallsThatCannotBeSigned() throws Exception {
        activate();
        sealer.rotateKeys(List.of(MasterKey.fromBytes(1, new byte[MasterKey.BYTES])));
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));

        now = now.plus(Endpoint.MAX_FAILING).plusSeconds(1);
        caller.deliverWebhook(WebhookSamples.webhook(endpoint.id()));

        assertThat(stored().state()).isEqualTo(Endpoint.State.ACTIVE);
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
