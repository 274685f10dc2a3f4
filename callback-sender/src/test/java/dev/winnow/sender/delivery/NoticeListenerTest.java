package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.Delivery;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.InMemoryAttemptLog;
import dev.winnow.webhook.InMemoryDueWebhooks;
import dev.winnow.webhook.InMemoryEndpointStore;
import dev.winnow.webhook.InMemoryWebhookQueue;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.UrlPolicy;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookSamples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeListenerTest {
    private final Clock clock = Clock.systemUTC();
    private final InMemoryWebhookQueue queue = new InMemoryWebhookQueue();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
    private final InMemoryEndpointStore store = new InMemoryEndpointStore();
    private final InMemoryDueWebhooks due = new InMemoryDueWebhooks();
    private final EndpointCache endpoints = new EndpointCache(store, clock);
    private final WebhookHttpClient http =
            new WebhookHttpClient(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5));
    private final EndpointCaller caller = new EndpointCaller(
            endpoints,
            new SecretSealer(List.of(MasterKey.fromBytes(0, new byte[MasterKey.BYTES]))),
            http,
            new RecentAttempts(new InMemoryAttemptLog()),
            metrics,
            clock,
            4);
    private final NoticeListener listener = new NoticeListener(
            queue,
            endpoints,
            new WebhookBodies(new MessageIds(List.of(IdSecret.fromBytes(0, new byte[IdSecret.MIN_KEY_BYTES])))),
            new CallAttempts(caller, due, metrics, clock),
            threads,
            clock);

    private final WebhookNotice notice = WebhookSamples.notice("acme");

    @AfterEach
    void close() throws IOException {
        threads.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "null",
                "[]",
                "{}",
                "{\"items\":[]}",
                "{\"items\":[null]}",
                "{\"envelope\":\"00000000-0000-0000-0000-000000000000\",\"items\":[{\"slot\":1}]}"
            })
    void putsForeignNoticesAmongTheDeadLettersOrIgnoresThem(String body) {
        Delivery foreign = new Delivery("r", body, 5, Instant.now(), Instant.now());

        assertThat(listener.receiveBatch(List.of(foreign))).containsExactly(foreign);
        if (!body.contains("[]}")) {
            assertThat(queue.buried())
                    .hasSize(1)
                    .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
        }
    }

    @Test
    void putsANoticeAmongTheDeadLettersWhoseWebhooksCanBeNeitherMadeNorStored() {
        store.addEndpoint(WebhookSamples.endpoint("acme", "http://127.0.0.1:1/").withAnswer());
        due.failWith(new IllegalStateException("a defect"));

        assertThat(listener.receiveBatch(List.of(delivered(4)))).isEmpty();
        assertThat(queue.buried()).isEmpty();
        assertThat(listener.receiveBatch(List.of(delivered(5)))).containsExactly(delivered(5));
        assertThat(queue.buried())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("a defect"));
    }

    @Test
    void keepsANoticeOnTheQueueWhileTheStoreIsAway() {
        store.addEndpoint(WebhookSamples.endpoint("acme", "http://127.0.0.1:1/").withAnswer());
        due.failWith(new StoreUnavailableException("the store is away", new IllegalStateException("down")));

        assertThat(listener.receiveBatch(List.of(delivered(100)))).isEmpty();
        assertThat(queue.buried()).isEmpty();

        due.comeBack();
        assertThat(listener.receiveBatch(List.of(delivered(101)))).containsExactly(delivered(101));
        assertThat(due.waiting()).hasSize(1);
    }

    private Delivery delivered(int receiveCount) {
        return new Delivery("r", WebhookJson.writeValue(notice), receiveCount, Instant.EPOCH, Instant.EPOCH);
    }
}
