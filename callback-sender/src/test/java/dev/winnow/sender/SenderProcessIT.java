package dev.winnow.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.aws.ElasticMq;
import dev.winnow.aws.SqsQueues;
import dev.winnow.aws.WebhookQueueSettings;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.TenantFile;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.MasterKey;
import dev.winnow.webhook.SecretSealer;
import dev.winnow.webhook.WebhookSamples;
import dev.winnow.webhook.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the callback sender as a task of the fleet does: as a process of its own, configured by environment variables. */
class SenderProcessIT {
    private static final String MASTER_KEY = "0:" + "A".repeat(43) + "=";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void reportsTheOutcomesOfItsCallsToCloudWatchAndPrometheus() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        storeDueWebhook(
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook",
                Instant.now().minusSeconds(90));
        Files.writeString(folder.resolve("tenants.yaml"), TenantFile.writeDocument(List.of()));
        int port = freePort();

        try (ElasticMq sqs = new ElasticMq();
                SqsAsyncClient client = sqs.client()) {
            SqsQueues.createWebhooks(client, WebhookQueueSettings.DEFAULT);
            Process sender = start(sqs.endpoint(), port);
            try {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(figures())
                                .anyMatch(line -> line.path("DueCallbackAge").asDouble() >= 90)
                                .anyMatch(
                                        line -> line.path("CallbacksDelivered").asDouble() == 1));
                assertThat(page(port)).contains("winnow_callbacks_calls_total{outcome=\"delivered\"} 1.0");
            } finally {
                sender.destroyForcibly().onExit().join();
                receiver.stop(0);
            }
        }
    }

    private void storeDueWebhook(String url, Instant dueAt) {
        try (SqliteDatabase database = SqliteDatabase.openFile(folder.resolve("winnow.db"), Clock.systemUTC())) {
            String id = Endpoint.newId();
            String sealed =
                    new SecretSealer(MasterKey.parseKeys(MASTER_KEY)).sealSecret(WebhookSignature.newSecret(), id);
            database.endpoints()
                    .addEndpoint(Endpoint.register(
                                    id,
                                    "acme",
                                    URI.create(url),
                                    Set.of(EventType.MESSAGE_VERDICT),
                                    1,
                                    sealed,
                                    WebhookSamples.now())
                            .withAnswer());
            database.dueWebhooks().addDue(WebhookSamples.webhook(id), dueAt);
        }
    }

    private Process start(URI endpoint, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SenderApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("WINNOW_DATA", folder.toString()),
                        Map.entry(
                                "WINNOW_TENANTS", folder.resolve("tenants.yaml").toString()),
                        Map.entry("WINNOW_IDSECRETS", "0:" + "A".repeat(43) + "="),
                        Map.entry("WINNOW_CALLBACKS_MASTERKEY", MASTER_KEY),
                        Map.entry("WINNOW_CALLBACKS_ALLOWLOCAL", "true"),
                        Map.entry("WINNOW_METRICS_EVERY", "200ms"),
                        Map.entry("WINNOW_METRICS_PORT", Integer.toString(port)),
                        Map.entry("SPRING_CLOUD_AWS_ENDPOINT", endpoint.toString()),
                        Map.entry("SPRING_CLOUD_AWS_REGION_STATIC", "us-east-1"),
                        Map.entry("SPRING_CLOUD_AWS_CREDENTIALS_ACCESSKEY", "x"),
                        Map.entry("SPRING_CLOUD_AWS_CREDENTIALS_SECRETKEY", "x")));
        return builder.start();
    }

    private List<JsonNode> figures() throws IOException {
        return Files.readAllLines(output()).stream()
                .filter(line -> line.contains("\"Service\":\"callback-sender\"") && line.endsWith("}"))
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private Path output() {
        return folder.resolve("sender.log");
    }

    private static String page(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
