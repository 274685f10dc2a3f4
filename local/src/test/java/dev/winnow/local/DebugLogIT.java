package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.service.RecordedLog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs all programs in one JVM with the root logger at its lowest level, from a submitted message to a webhook. */
class DebugLogIT {
    private static final String TEXT = "markedtext: your parcel is held, pay the fee at http://royal-post-fee.top/pay";

    private final RecordedLog log = new RecordedLog();
    private final AtomicInteger calls = new AtomicInteger();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @AfterEach
    void restoreLogLevels() {
        log.close();
    }

    @Test
    void holdsNoTextNoKeyAndNoSecret() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        receiver.start();
        String secret;
        String key;
        try (LocalServer server =
                LocalServer.start(data, 0, List.of("--management.server.port=0", "--logging.level.root=trace"))) {
            log.record();
            key = Files.readString(DataFolder.demoKeyFile(data)).strip();
            secret = register(server.endpoint(), key, receiver.getAddress().getPort());
            try (WinnowClient client = new WinnowClient(server.endpoint(), key)) {
                assertThat(client.awaitVerdict(client.submitText(TEXT)).verdict())
                        .isEqualTo("junk");
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> calls.get() > 0);
        } finally {
            receiver.stop(0);
        }

        assertThat(log.lines()).anyMatch(line -> line.startsWith("DEBUG dev.winnow."));
        for (String marker : List.of("markedtext", key, secret, secret.replace("whsec_", ""))) {
            assertThat(log.lines()).noneMatch(line -> line.contains(marker));
        }
    }

    /** Registers an endpoint and causes one call to it, which uses its secret. */
    private static String register(URI server, String key, int port) throws Exception {
        String body = "{\"url\":\"http://127.0.0.1:" + port + "/hook\"}";
        JsonNode endpoint = post(server.resolve("/v1/webhook-endpoints"), key, body);
        var _ = post(
                server.resolve("/v1/webhook-endpoints/" + endpoint.path("id").asString() + "/ping"), key, "");
        return endpoint.path("secret").asString();
    }

    private static JsonNode post(URI uri, String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        }
    }
}
