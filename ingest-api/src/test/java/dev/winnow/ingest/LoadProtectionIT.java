package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LoadProtectionIT {
    private static final String MESSAGE = "{\"text\":\"hello\"}";

    @Test
    void letsTwentyOfFortySubmitsThroughAndRefusesTwentyAtOnce() throws Exception {
        GatedQueue gate = new GatedQueue();
        try (RunningApi api = RunningApi.startOn(
                        gate,
                        "winnow.throttle.limit=10",
                        "winnow.throttle.backlog=10",
                        "winnow.throttle.backlog-timeout=20s");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiClient client = api.client();
            List<Future<ApiClient.Answer>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(clients.submit(() -> client.post("/v1/messages", MESSAGE)));
            }
            Awaitility.await().until(() -> all.stream().filter(Future::isDone).count() == 20);
            assertThat(all).filteredOn(Future::isDone).allSatisfy(answer -> {
                assertThat(answer.resultNow().status()).isEqualTo(503);
                assertThat(answer.resultNow().problem()).isEqualTo("capacity-exceeded");
                assertThat(answer.resultNow().header("Retry-After")).isPresent();
            });
            assertThat(client.get("/v1/messages/" + api.issue()).status()).isEqualTo(200);
            assertThat(client.withKey("").get("/ping").status()).isEqualTo(200);

            gate.open();

            assertThat(all.stream().map(LoadProtectionIT::status))
                    .filteredOn(status -> status == 202)
                    .hasSize(20);
        }
    }

    /** The container would close the connection, and all refused clients would connect anew. */
    @Test
    void leavesTheConnectionOfARefusedClientOpen() throws Exception {
        GatedQueue gate = new GatedQueue();
        try (RunningApi api = RunningApi.startOn(gate, "winnow.throttle.limit=1", "winnow.throttle.backlog=0");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                KeptConnection refused = new KeptConnection(api)) {
            Future<ApiClient.Answer> first = clients.submit(() -> api.client().post("/v1/messages", MESSAGE));
            Awaitility.await().until(() -> gate.sends() == 1);

            for (String path : List.of("/v1/messages", "/v1/messages/batch", "/v1/messages")) {
                KeptConnection.Answer answer = refused.post(path, MESSAGE);
                assertThat(answer.head())
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: ", "Date: ", "X-Request-Id: ");
                assertThat(answer.head()).doesNotContainIgnoringCase("connection: close");
                assertThat(answer.body()).contains("urn:winnow:problem:capacity-exceeded");
            }
            assertThat(refused.headWithoutKey("/v1/messages")).startsWith("HTTP/1.1 401");
            gate.open();
            assertThat(first.get().status()).isEqualTo(202);
            assertThat(refused.post("/v1/messages", MESSAGE).head()).startsWith("HTTP/1.1 202");
            assertThat(refused.post("/v1/messages", "{}").head()).startsWith("HTTP/1.1 400");
            assertThat(refused.post("/v1/messages/batch", "{}").head()).startsWith("HTTP/1.1 400");
            assertThat(refused.post("/v1/messages", MESSAGE).head()).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void refusesWhatWaitedTooLongWithTheConfiguredStatus() throws Exception {
        GatedQueue gate = new GatedQueue();
        try (RunningApi api = RunningApi.startOn(
                        gate,
                        "winnow.throttle.limit=1",
                        "winnow.throttle.backlog=1",
                        "winnow.throttle.backlog-timeout=50ms",
                        "winnow.throttle.status=429");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiClient client = api.client();
            Future<ApiClient.Answer> first = clients.submit(() -> client.post("/v1/messages", MESSAGE));
            Awaitility.await().until(() -> gate.sends() == 1);

            ApiClient.Answer second = client.post("/v1/messages", MESSAGE);

            assertThat(second.status()).isEqualTo(429);
            assertThat(second.problem()).isEqualTo("backlog-timeout");
            gate.open();
            assertThat(first.get().status()).isEqualTo(202);
        }
    }

    @Test
    void holdsNoPlaceWhileWaitingForAVerdict() throws Exception {
        try (RunningApi api = RunningApi.start("winnow.throttle.limit=1", "winnow.throttle.backlog=20");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiClient client = api.client();
            for (int i = 0; i < 20; i++) {
                Future<?> _ = clients.submit(() -> client.get("/v1/messages/" + api.issue(), "Prefer", "wait=20"));
            }
            Awaitility.await().until(() -> api.waiters() == 20);

            assertThat(client.post("/v1/messages", MESSAGE, "Prefer", "wait=1").status())
                    .isEqualTo(202);
            assertThat(client.post("/v1/messages", MESSAGE).status()).isEqualTo(202);
            api.bean(dev.winnow.ingest.lookup.VerdictWatcher.class).close();
        }
    }

    @Test
    void answersGatewayTimeoutWhenTheQueueDoesNotConfirmInTime() {
        GatedQueue gate = new GatedQueue();
        try (RunningApi api = RunningApi.startOn(gate, "winnow.request.timeout=300ms")) {
            ApiClient.Answer answer = api.client().post("/v1/messages", MESSAGE, "Idempotency-Key", "k");

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.problem()).isEqualTo("deadline-passed");
            gate.open();
            assertThat(api.client()
                            .post("/v1/messages", MESSAGE, "Idempotency-Key", "k")
                            .status())
                    .isEqualTo(202);
        }
    }

    @Test
    void tellsWaitersThatTheyAreStillQueuedWhenItStops() throws Exception {
        RunningApi api = RunningApi.start();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiClient client = api.client();
            List<Future<ApiClient.Answer>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(clients.submit(() -> client.get("/v1/messages/" + api.issue(), "Prefer", "wait=25")));
            }
            Awaitility.await().until(() -> api.waiters() == 50);

            long start = System.nanoTime();
            api.close();

            for (Future<ApiClient.Answer> each : waiting) {
                assertThat(each.get().status()).isEqualTo(200);
                assertThat(each.get().json().path("status").asString()).isEqualTo("queued");
            }
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void finishesASubmitThatIsUnderWayWhenItStops() throws Exception {
        GatedQueue gate = new GatedQueue();
        RunningApi api = RunningApi.startOn(gate);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiClient client = api.client();
            Future<ApiClient.Answer> submit = clients.submit(() -> client.post("/v1/messages", MESSAGE));
            Awaitility.await().until(() -> gate.sends() == 1);

            Future<?> stop = clients.submit(api::close);
            Awaitility.await().until(() -> isRefused(api.port()));
            Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> !submit.isDone());
            gate.open();

            assertThat(submit.get().status()).isEqualTo(202);
            stop.get();
        }
    }

    private static boolean isRefused(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int status(Future<ApiClient.Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception e) {
            throw new AssertionError("a client got no answer", e);
        }
    }

    /** A queue that confirms nothing until it is opened. */
    private static final class GatedQueue implements EnvelopeQueue {
        private final dev.winnow.queue.InMemoryEnvelopeQueue queue = new dev.winnow.queue.InMemoryEnvelopeQueue();
        private final CompletableFuture<Void> gate = new CompletableFuture<>();
        private final java.util.concurrent.atomic.AtomicInteger sends = new java.util.concurrent.atomic.AtomicInteger();

        @Override
        public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
            sends.incrementAndGet();
            return gate.thenCompose(_ -> queue.sendBatch(batch));
        }

        @Override
        public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
            return queue.subscribeLane(lane, listener, concurrency);
        }

        @Override
        public List<Delivery> sidelineDeliveries(List<Delivery> old) {
            return queue.sidelineDeliveries(old);
        }

        @Override
        public void buryDelivery(DeadLetter letter) {
            queue.buryDelivery(letter);
        }

        void open() {
            gate.complete(null);
        }

        int sends() {
            return sends.get();
        }
    }
}
