package dev.winnow.worker.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.callback.Callback;
import dev.winnow.callback.CallbackSamples;
import dev.winnow.callback.DueCallbacks.Buried;
import dev.winnow.callback.Endpoint;
import dev.winnow.callback.InMemoryAttemptLog;
import dev.winnow.callback.InMemoryDueCallbacks;
import dev.winnow.callback.InMemoryEndpointStore;
import dev.winnow.callback.MasterKey;
import dev.winnow.callback.SecretSealer;
import dev.winnow.callback.UrlPolicy;
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

class CallRunnerIT {
    private final AtomicReference<Instant> now = new AtomicReference<>(CallbackSamples.now());

    /** Each look at the clock takes fifteen seconds, as a slow call does. */
    private final Clock clock =
            ((InstantSource) () -> now.updateAndGet(at -> at.plusSeconds(15))).withZone(ZoneOffset.UTC);

    @Test
    void buriesWithTheTimeAfterTheCall() throws Exception {
        InMemoryDueCallbacks due = new InMemoryDueCallbacks();
        SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());
        InMemoryEndpointStore store = new InMemoryEndpointStore();
        Endpoint endpoint = CallbackSamples.endpoint("acme", "http://127.0.0.1:1/");
        store.add(endpoint);
        try (HttpCalls http =
                new HttpCalls(UrlPolicy.LOCAL, SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(5))) {
            Courier courier = new Courier(
                    new EndpointCache(store, clock),
                    new SecretSealer(List.of(MasterKey.of(0, new byte[MasterKey.BYTES]))),
                    http,
                    new RecentAttempts(new InMemoryAttemptLog()),
                    metrics,
                    clock,
                    4);
            Callback callback = CallbackSamples.callback(endpoint.id());

            new CallRunner(courier, due, metrics, clock).first(callback);
        }

        assertThat(due.buried(endpoint.id(), 10)).extracting(Buried::at).containsExactly(now.get());
    }
}
