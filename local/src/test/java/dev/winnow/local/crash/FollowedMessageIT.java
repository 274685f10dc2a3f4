package dev.winnow.local.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the log lines of the fleet, as its programs write them on AWS. */
class FollowedMessageIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String API = "dev.winnow.ingest.IngestApplication";
    private static final String WORKER = "dev.winnow.worker.WorkerApplication";

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FleetProcesses fleet;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory(Path.of("target"), "followed");
        fleet = new FleetProcesses(folder);
        fleet.startApi();
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void findsAMessageByIdWhenItsEnvelopeFails() throws Exception {
        fleet.startWorker();
        fleet.proxy.cutStore();

        HttpResponse<String> accepted = submit("trouble-1");

        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode line = awaitLine(WORKER, "The store is away");
        assertThat(line.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(line.path("envelopeId").asString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}");
    }

    @Test
    void findsAMessageByIdWhenItsRequestFails() throws Exception {
        fleet.proxy.cutQueue();

        HttpResponse<String> refused = submit("trouble-2");

        assertThat(refused.statusCode()).isEqualTo(503);
        JsonNode request = awaitLine(API, "is answered 503");
        assertThat(request.path("requestId").asString()).isEqualTo("trouble-2");
        assertThat(request.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(awaitLine(API, "did not confirm an envelope")
                        .path("envelopeId")
                        .asString())
                .isNotEmpty();
    }

    private HttpResponse<String> submit(String requestId) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(fleet.api().resolve("/v1/messages"))
                            .header("Authorization", "Bearer " + FleetProcesses.KEY)
                            .header("Content-Type", "application/json")
                            .header("X-Request-Id", requestId)
                            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                            .POST(BodyPublishers.ofString("{\"text\":\"See you at eight?\"}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private JsonNode awaitLine(String program, String message) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> line(program, message), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> line(String program, String message) throws IOException {
        return Files.readAllLines(folder.resolve(program + ".log")).stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.path("message").asString().contains(message))
                .findFirst();
    }
}
