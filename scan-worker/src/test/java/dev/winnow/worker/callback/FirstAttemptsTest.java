package dev.winnow.worker.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.callback.InMemoryAttemptLog;
import dev.winnow.callback.InMemoryCallbackQueue;
import dev.winnow.callback.InMemoryDueCallbacks;
import dev.winnow.callback.InMemoryEndpointStore;
import dev.winnow.callback.MasterKey;
import dev.winnow.callback.SecretSealer;
import dev.winnow.callback.UrlPolicy;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.Delivery;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstAttemptsTest {
    private final Clock clock = Clock.systemUTC();
    private final InMemoryCallbackQueue queue = new InMemoryCallbackQueue();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
    private final EndpointCache endpoints = new EndpointCache(new InMemoryEndpointStore(), clock);
    private final HttpCalls http =
            new HttpCalls(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5));
    private final Courier courier = new Courier(
            endpoints,
            new SecretSealer(List.of(MasterKey.of(0, new byte[MasterKey.BYTES]))),
            http,
            new RecentAttempts(new InMemoryAttemptLog()),
            metrics,
            clock,
            4);
    private final FirstAttempts first = new FirstAttempts(
            queue,
            endpoints,
            new CallBodies(new MessageIds(List.of(IdSecret.of(0, new byte[IdSecret.MIN_KEY_BYTES])))),
            new CallRunner(courier, new InMemoryDueCallbacks(), metrics, clock),
            threads,
            clock);

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

        assertThat(first.receive(List.of(foreign))).containsExactly(foreign);
        if (!body.contains("[]}")) {
            assertThat(queue.buried())
                    .hasSize(1)
                    .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
        }
    }
}
