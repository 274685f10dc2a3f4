package dev.winnow.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskProtectionTest {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration QUIET = Duration.ofMillis(100);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer agent = agent();
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile int answer = 200;

    @AfterEach
    void close() {
        agent.stop(0);
    }

    @Test
    void protectsABusyTaskAndEndsProtectionAfterAQuietTime() {
        try (TaskProtection _ = start()) {
            await().during(QUIET.multipliedBy(2)).until(asked::isEmpty);

            received.set(1);
            busy.set(true);
            await().untilAsserted(() -> assertThat(asked).hasSize(1).first().satisfies(isOn()));

            busy.set(false);
            await().untilAsserted(() -> assertThat(asked).hasSize(2).last().satisfies(isOff()));
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void triesAgainWhenTheAgentRefused() {
        answer = 500;
        busy.set(true);
        try (TaskProtection _ = start()) {
            await().until(() -> asked.size() >= 2);
            answer = 200;
            int before = asked.size();
            await().until(() -> asked.size() > before);
        }
        assertThat(asked.getLast()).satisfies(isOff());
    }

    @Test
    void endsProtectionWhenTheTaskLeaves() {
        busy.set(true);
        try (TaskProtection _ = start()) {
            await().until(() -> asked.size() == 1);
        }
        assertThat(asked).hasSize(2).last().satisfies(isOff());
    }

    @Test
    void endsProtectionOfAnIdleTaskThatReceivedAnOddNumber() {
        try (TaskProtection _ = start()) {
            received.set(1);
            await().until(() -> asked.size() == 1);

            await().untilAsserted(() -> assertThat(asked).hasSize(2).last().satisfies(isOff()));
        }
    }

    private WorkActivity activity() {
        return new WorkActivity() {
            @Override
            public long receivedCount() {
                return received.get();
            }

            @Override
            public boolean isBusy() {
                return busy.get();
            }
        };
    }

    private TaskProtection start() {
        return TaskProtection.start(
                URI.create("http://127.0.0.1:" + agent.getAddress().getPort()), activity(), EVERY, QUIET);
    }

    private static org.assertj.core.api.ThrowingConsumer<String> isOn() {
        return request -> assertThat(request)
                .contains("PUT /task-protection/v1/state", "\"ProtectionEnabled\":true", "\"ExpiresInMinutes\":10");
    }

    private static org.assertj.core.api.ThrowingConsumer<String> isOff() {
        return request -> assertThat(request).contains("\"ProtectionEnabled\":false");
    }

    private HttpServer agent() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
                    exchange.sendResponseHeaders(answer, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
