package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows a submitted message to the line that an example receiver prints. */
class CallbackExamplesIT {
    private static final Path EXAMPLES = Path.of("../examples/callback-receiver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FRAUD =
            "Your parcel is held: pay the 1.99 customs fee at http://royal-post-fee.top/pay";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static LocalServer server;

    @SuppressWarnings("NullAway.Init")
    private static String key;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> printed = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(data, 0, List.of("--management.server.port=0"));
        key = Files.readString(DataFolder.demoKeyFile(data)).strip();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void callsTheReceiverInJava() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        tells(java, EXAMPLES.resolve("Receiver.java").toString());
    }

    @Test
    void callsTheReceiverInNode() throws Exception {
        assumeTrue(isThere("node"), "node is not installed; the receiver in Node is not tried");
        tells("node", EXAMPLES.resolve("receiver.mjs").toString());
    }

    private void tells(String program, String example) throws Exception {
        int port = freePort();
        JsonNode endpoint = call("POST", "/v1/webhook-endpoints", "{\"url\":\"http://127.0.0.1:" + port + "/in\"}");
        Process receiver = new ProcessBuilder(
                        program,
                        example,
                        Integer.toString(port),
                        endpoint.path("secret").asString())
                .redirectErrorStream(true)
                .start();
        Thread printing =
                Thread.ofVirtual().start(() -> receiver.inputReader().lines().forEach(printed::add));
        try {
            await().atMost(PATIENCE).until(() -> prints("listening on"));
            assertThat(forged(port)).isEqualTo(401);
            call("POST", "/v1/webhook-endpoints/" + endpoint.path("id").asString() + "/ping", "");
            await().atMost(PATIENCE).until(() -> prints("endpoint.ping"));

            try (WinnowClient client = new WinnowClient(server.endpoint(), key)) {
                // A worker hears of a tenant's first endpoint within ten seconds.
                await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
                    client.awaitVerdict(client.submitText(FRAUD));
                    return prints("\"type\":\"message.verdict\"");
                });
                String id = client.submitText(FRAUD);
                await().atMost(PATIENCE).until(() -> prints("\"id\":\"" + id + "\""));
                assertThat(printed)
                        .filteredOn(line -> line.contains(id))
                        .allMatch(line -> line.contains("\"verdict\":\"junk\"") && !line.contains("parcel"));
            }
        } finally {
            receiver.destroy();
            printing.join();
            call("DELETE", "/v1/webhook-endpoints/" + endpoint.path("id").asString(), "");
        }
    }

    private boolean prints(String part) {
        return printed.stream().anyMatch(line -> line.contains(part));
    }

    private int forged(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/in"))
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(System.currentTimeMillis() / 1000))
                .header("webhook-signature", "v1,Zm9yZ2Vk")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.endpoint().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
