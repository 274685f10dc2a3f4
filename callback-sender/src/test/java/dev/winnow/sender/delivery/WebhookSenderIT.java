package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.sender.delivery.WebhookSender.Limits;
import dev.winnow.verdict.Action;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks.Claim;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.InMemoryAttemptLog;
import dev.winnow.webhook.InMemoryDueWebhooks;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.InMemoryWebhookQueue;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookPorts;
import dev.winnow.webhook.WebhookSamples;
import dev.winnow.webhook.WebhookSignature;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookSenderIT {
    private static final String TENANT = "acme";

    private final Receiver receiver = Receiver.answering(200);
    private final SecretSealer sealer = new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES])));
    private final InMemoryEndpointStore endpoints = new InMemoryEndpointStore();
    private final InMemoryDueWebhooks due = new InMemoryDueWebhooks();
    private final InMemoryAttemptLog attempts = new InMemoryAttemptLog();
    private final InMemoryWebhookQueue queue = new InMemoryWebhookQueue();
    private final MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[IdSecret.MIN_KEY_BYTES])));
    private final SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
    private final WebhookSender sender = WebhookSender.start(
            new WebhookPorts(endpoints, due, attempts, sealer, UrlPolicy.LOCAL),
            queue,
            ids,
            metrics,
            new Limits(10, 4));

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Test
    void sendsEachVerdictOnce() {
        Endpoint endpoint = active(receiver, 1, EventType.MESSAGE_VERDICT);
        WebhookNotice notice = notice(EventType.MESSAGE_VERDICT, 3);

        queue.sendNotice(notice);

        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(3));
        await().until(() -> queue.notices().isEmpty());
        assertThat(receiver.ids()).doesNotHaveDuplicates();
        JsonNode body =
                JsonMapper.shared().readTree(receiver.received().getFirst().body());
        assertThat(body.path("type").asString()).isEqualTo("message.verdict");
        assertThat(Instant.parse(body.path("timestamp").asString())).isEqualTo(notice.at());
        JsonNode data = body.path("data");
        assertThat(ids.verifyId(data.path("id").asString(), TENANT)).isPresent();
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder("id", "clientRef", "verdict", "score", "action", "ruleset", "revision");
        assertThat(data.path("action").path("name").asString()).isEqualTo("junk");
        sender.close();
        assertThat(attempts.listAttempts(endpoint.id()))
                .hasSize(3)
                .extracting(Attempt::outcome)
                .containsOnly("delivered");
    }

    @Test
    void repeatsTheIdsOfANoticeThatComesAgain() {
        active(receiver, 1, EventType.MESSAGE_VERDICT);
        WebhookNotice notice = notice(EventType.MESSAGE_VERDICT, 2);

        queue.sendNotice(notice);
        queue.sendNotice(notice);

        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(4));
        assertThat(Set.copyOf(receiver.ids())).hasSize(2);
    }

    @Test
    void sendsOnlyTheEventsThatAnEndpointChose() {
        active(receiver, 1, EventType.VERDICT_CHANGED);

        queue.sendNotice(notice(EventType.MESSAGE_VERDICT, 1));
        queue.sendNotice(notice(EventType.VERDICT_CHANGED, 1));

        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        assertThat(receiver.received().getFirst().body()).contains("verdict.changed");
    }

    @Test
    void putsUpToAHundredVerdictsIntoOneCall() {
        active(receiver, 100, EventType.MESSAGE_VERDICT);

        queue.sendNotice(notice(EventType.MESSAGE_VERDICT, 150));

        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(2));
        List<JsonNode> bodies = receiver.received().stream()
                .map(call -> JsonMapper.shared().readTree(call.body()))
                .toList();
        assertThat(bodies).extracting(body -> body.path("type").asString()).containsOnly("message.verdict.batch");
        assertThat(bodies).extracting(body -> body.path("data").size()).containsExactlyInAnyOrder(100, 50);
    }

    @Test
    void triesAFailedCallAgainAndAcknowledgesTheNoticeAtOnce() {
        receiver.answer(exchange -> exchange.sendResponseHeaders(500, -1));
        active(receiver, 1, EventType.MESSAGE_VERDICT);
        Instant before = Instant.now();

        queue.sendNotice(notice(EventType.MESSAGE_VERDICT, 1));

        await().until(() -> due.waiting().size() == 1 && queue.notices().isEmpty());
        Claim waiting = due.waiting().getFirst();
        assertThat(waiting.webhook().attempts()).isEqualTo(1);
        assertThat(waiting.dueAt())
                .isBetween(before.plusSeconds(5), Instant.now().plusSeconds(6));
        receiver.answer(exchange -> exchange.sendResponseHeaders(204, -1));
        await().atMost(Duration.ofSeconds(15)).until(() -> due.waiting().isEmpty());
        assertThat(receiver.received()).hasSize(2);
        assertThat(Set.copyOf(receiver.ids())).hasSize(1);
        assertThat(metrics.failed()).isEqualTo(1);
        assertThat(metrics.delivered()).isEqualTo(1);
    }

    @Test
    void buriesACallThatFailedToTheEndOfTheSchedule() {
        receiver.answer(exchange -> exchange.sendResponseHeaders(500, -1));
        Endpoint endpoint = active(receiver, 1, EventType.MESSAGE_VERDICT);
        Webhook last = WebhookSamples.webhook(endpoint.id());
        for (int i = 0; i < 9; i++) {
            last = last.withFailure("status 500");
        }

        due.addDue(last, Instant.now());

        Webhook buried = last.withFailure("status 500");
        await().untilAsserted(() -> assertThat(due.listBuried(endpoint.id(), 10))
                .singleElement()
                .satisfies(each -> assertThat(each.webhook()).isEqualTo(buried)));
        await().until(() -> due.waiting().isEmpty());
        assertThat(metrics.givenUp()).isEqualTo(1);
    }

    @Test
    void delaysNoOtherEndpointWhileOneHangs() {
        CountDownLatch released = new CountDownLatch(1);
        try (Receiver hanging = Receiver.start(_ -> waitFor(released))) {
            active(hanging, 1, EventType.MESSAGE_VERDICT);
            active(receiver, 1, EventType.MESSAGE_VERDICT);

            queue.sendNotice(notice(EventType.MESSAGE_VERDICT, 50));

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(receiver.received()).hasSize(50));
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(due.waiting()).hasSize(46));
            assertThat(hanging.received()).hasSize(4);
            released.countDown();
        }
    }

    @Test
    void buriesANoticeThatIsNotReadable() {
        queue.put("not a notice");

        await().untilAsserted(() -> assertThat(queue.buried()).hasSize(1));
        await().until(() -> queue.notices().isEmpty());
    }

    @Test
    void goesOnClaimingAfterADefectOfTheStore() {
        active(receiver, 1, EventType.MESSAGE_VERDICT);
        Endpoint endpoint = endpoints.listEndpoints(TENANT).getFirst();
        due.failWith(new IllegalArgumentException("a damaged item"));
        await().until(() -> metrics.takeDueAge().compareTo(Duration.ofMillis(2_500)) > 0);

        due.comeBack();
        due.addDue(WebhookSamples.webhook(endpoint.id()), Instant.now());

        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Endpoint active(Receiver at, int batchSize, EventType event) {
        String id = Endpoint.newId();
        Endpoint endpoint = Endpoint.register(
                id,
                TENANT,
                URI.create(at.url()),
                Set.of(event),
                batchSize,
                sealer.sealSecret(WebhookSignature.newSecret(), id),
                WebhookSamples.now());
        endpoints.addEndpoint(endpoint);
        endpoints.replaceEndpoint(endpoint.withAnswer());
        return endpoint;
    }

    private static WebhookNotice notice(EventType event, int items) {
        List<WebhookNotice.Item> all = IntStream.range(0, items)
                .mapToObj(slot -> new WebhookNotice.Item(
                        TENANT, slot, null, "ref-" + slot, "junk", 80, new Action("junk", 2, "none", 0)))
                .toList();
        return new WebhookNotice(VerdictSamples.envelope(), 1, event, "2026.11.24-3f9c", WebhookSamples.now(), all);
    }
}
