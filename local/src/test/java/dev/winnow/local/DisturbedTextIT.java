package dev.winnow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.local.server.DataFolder;
import dev.winnow.local.server.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges one junk text with one disturbance at a time, over every route with clients that cannot be reconfigured. */
class DisturbedTextIT {
    private static final String TOKEN = "disturbed-app-token-01";
    private static final String JUNK = "Your parcel is held: pay the 1.99 customs fee at http://royal-post-fee.top/pay";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static LocalServer server;

    @SuppressWarnings("NullAway.Init")
    private static String key;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(data, 0, List.of("--management.server.port=0", "--winnow.apple.verdict-wait=15s"));
        key = Files.readString(DataFolder.demoKeyFile(data)).strip();
        Path tenants = data.resolve("tenants.yaml");
        Files.writeString(tenants, Files.readString(tenants) + "  phones:\n    settings: {appToken: " + TOKEN + "}\n");
        await().until(() -> filter("hello").has("action"));
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JUNK,
                JUNK + " \\ud83d",
                "\\ude00 " + JUNK,
                JUNK + "\n",
                "\t" + JUNK,
                JUNK + "\f\u001b\u0000",
                JUNK + " say \"yes\" now",
                JUNK + " \\x",
            })
    void givesADisturbedTextItsVerdictOnEveryRoute(String text) throws Exception {
        assertThat(forward(text).path("verdict").asString()).isEqualTo("junk");
        assertThat(filter(text).path("actionName").asString()).isEqualTo("junk");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_192, 40_000, 200_000})
    void judgesTheBeginningOfALongText(int length) throws Exception {
        String text = JUNK + " " + "x".repeat(length);

        JsonNode forwarded = forward(text);

        assertThat(forwarded.path("verdict").asString()).isEqualTo("junk");
        assertThat(forwarded.path("truncated").asBoolean()).isTrue();
        assertThat(filter(text).path("actionName").asString()).isEqualTo("junk");
    }

    private static JsonNode forward(String text) throws Exception {
        return post(
                "/v1/compat/forwarder?wait=20",
                "{\"from\":\"" + "long.sender@".repeat(8) + "\",\"text\":\"" + text + "\",\"sim\":1}");
    }

    private static JsonNode filter(String text) throws Exception {
        return post(
                "/v1/apple/" + TOKEN + "/message-filter",
                "{\"_version\":1,\"query\":{\"sender\":\"x\",\"message\":{\"text\":\"" + text + "\"}},\"app\":null}");
    }

    private static JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.endpoint() + path))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return JsonMapper.shared().readTree(answer);
    }
}
