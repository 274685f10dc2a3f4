package dev.winnow.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WebhooksCommandIT {
    /** No program listens on the discard port. */
    private static final String URL = "http://localhost:9/in";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void listsAttemptsAndHurriesAWebhookThatWaits() throws Exception {
        try (LocalServer server = LocalServer.start(data, 0, List.of("--management.server.port=0"))) {
            String url = server.endpoint().toString();
            String id = registerEndpoint(url);
            Webhook webhook = WebhookSamples.webhook(id).withFailure("status 503");
            keepForLater(webhook, webhook.createdAt().plusSeconds(7_200));

            assertThat(run(url, "list")).contains(id, "unproven", URL);
            assertThat(run(url, "attempts", id)).containsPattern("message.verdict +waits +20\\S+ +status 503");
            assertThat(run(url, "replay", id, "--since", "2100-01-01T00:00:00Z"))
                    .contains("and 0 that wait");
            assertThat(run(url, "replay", id, "--since", "2026-01-01T00:00:00Z"))
                    .contains("0 webhooks that were given up and 1 that wait are sent now");
            assertThat(run(url, "replay", id, "--since", "yesterday")).contains("takes a time such as");
            assertThat(run(url, "attempts", "whe_none")).contains("There is no webhook endpoint with this id");
        }
    }

    private void keepForLater(Webhook webhook, Instant dueAt) {
        try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
            database.dueWebhooks().addDue(webhook, dueAt);
        }
    }

    private String registerEndpoint(String url) throws IOException, InterruptedException {
        String answer = post(url + "/v1/webhook-endpoints", "{\"url\":\"" + URL + "\"}");
        return JsonMapper.shared().readTree(answer).path("id").asString();
    }

    private String post(String url, String body) throws IOException, InterruptedException {
        String key = Files.readString(DataFolder.demoKeyFile(data)).strip();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(java.net.URI.create(url))
                                    .header("Authorization", "Bearer " + key)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String run(String url, String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("webhooks"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", url, "--data", data.toString()));
        Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        return out.toString();
    }
}
