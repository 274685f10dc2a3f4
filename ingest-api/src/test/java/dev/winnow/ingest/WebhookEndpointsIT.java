package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EventType;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WebhookEndpointsIT {
    private static final String PATH = "/v1/webhook-endpoints";
    private static final String URL = "https://gateway.example.com/winnow";
    private static final RunningApi api = RunningApi.start();

    private final ApiClient client = api.client().withKey(RunningApi.MANAGE_KEY);

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void deleteAll() {
        api.callbacks
                .endpoints()
                .listEndpoints(RunningApi.TENANT)
                .forEach(each -> api.callbacks.endpoints().removeEndpoint(each.tenant(), each.id()));
    }

    @Test
    void showsTheSecretOnceAndKeepsItSealed() {
        JsonNode registered = register("{\"url\":\"" + URL + "\",\"batchSize\":50}");

        String secret = registered.path("secret").asString();
        assertThat(secret).startsWith("whsec_");
        assertThat(registered.path("state").asString()).isEqualTo("unproven");
        assertThat(registered.path("events").size()).isEqualTo(2);
        ApiClient.Answer list = client.get(PATH);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("endpoints").size()).isEqualTo(1);
        assertThat(list.text()).contains(URL).doesNotContain("secret");
        assertThat(stored(registered).toString()).doesNotContain(secret.substring("whsec_".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "x",
                "",
                "{\"url\":7}",
                "{\"url\":\"http://gateway.example.com/\"}",
                "{\"url\":\"https://169.254.169.254/latest/meta-data/\"}",
                "{\"url\":\"https://2130706433/\"}",
                "{\"url\":\"https://localhost/\"}",
                "{\"url\":\"https://user@gateway.example.com/\"}",
                "{\"url\":\"https://gateway.example.com:8080/\"}",
                "{\"url\":\"https://gateway.example.com/\",\"batchSize\":0}",
                "{\"url\":\"https://gateway.example.com/\",\"batchSize\":101}",
                "{\"url\":\"https://gateway.example.com/\",\"batchSize\":1.5}",
                "{\"url\":\"https://gateway.example.com/\",\"events\":[]}",
                "{\"url\":\"https://gateway.example.com/\",\"events\":\"message.verdict\"}",
                "{\"url\":\"https://gateway.example.com/\",\"events\":[\"endpoint.ping\"]}"
            })
    void refusesWhatItWouldNotCall(String body) {
        assertThat(client.post(PATH, body).status()).isEqualTo(400);
        assertThat(api.callbacks.endpoints().listEndpoints(RunningApi.TENANT)).isEmpty();
    }

    @Test
    void takesAKeyThatMayManageOnly() {
        assertThat(api.client().get(PATH).status()).isEqualTo(403);
        assertThat(api.client().withKey("").get(PATH).status()).isEqualTo(401);
    }

    @Test
    void keepsTwentyEndpointsATenant() {
        IntStream.range(0, 20).forEach(_ -> register("{\"url\":\"" + URL + "\"}"));

        assertThat(client.post(PATH, "{\"url\":\"" + URL + "\"}").status()).isEqualTo(400);
    }

    @Test
    void limitsThePingsOfAnEndpointAndOfATenant() {
        try (RunningApi own = RunningApi.start()) {
            ApiClient manager = own.client().withKey(RunningApi.MANAGE_KEY);
            List<Integer> ofOne = statusesOfPings(manager, 11);
            List<Integer> ofAnother = statusesOfPings(manager, 10);
            List<Integer> ofAThird = statusesOfPings(manager, 10);
            List<Integer> ofAFourth = statusesOfPings(manager, 10);

            assertThat(ofOne).hasSize(11).endsWith(429).containsOnlyOnce(429);
            assertThat(ofAnother).containsOnly(202);
            assertThat(ofAThird).contains(202);
            assertThat(ofAFourth).contains(429);
        }
    }

    private static List<Integer> statusesOfPings(ApiClient manager, int pings) {
        ApiClient.Answer registered = manager.post(PATH, "{\"url\":\"" + URL + "\"}");
        String ping = PATH + "/" + registered.id() + "/ping";
        return IntStream.range(0, pings)
                .mapToObj(_ -> manager.call("POST", ping, new byte[0]).status())
                .toList();
    }

    @Test
    void deletesAnEndpoint() {
        String path = pathOf(register("{\"url\":\"" + URL + "\"}"));

        assertThat(client.call("DELETE", path, new byte[0]).status()).isEqualTo(204);
        assertThat(client.call("DELETE", path, new byte[0]).status()).isEqualTo(404);
        assertThat(client.get(path + "/attempts").status()).isEqualTo(404);
        assertThat(client.post(path + "/ping", "").status()).isEqualTo(404);
        assertThat(client.post(path + "/replay", "").status()).isEqualTo(404);
        assertThat(client.post(path + "/rotate-secret", "").status()).isEqualTo(404);
    }

    @Test
    void rotatesASecretWithAnOverlap() {
        JsonNode registered = register("{\"url\":\"" + URL + "\"}");

        ApiClient.Answer rotated = client.post(pathOf(registered) + "/rotate-secret", "");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.json().path("secret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(registered.path("secret").asString());
        Instant now = Instant.now();
        assertThat(stored(registered).signingAt(now)).hasSize(2);
        assertThat(stored(registered).signingAt(now.plus(Duration.ofHours(25)))).hasSize(1);
    }

    @Test
    void hasTheSenderPing() {
        JsonNode registered = register("{\"url\":\"" + URL + "\"}");

        ApiClient.Answer answer = client.post(pathOf(registered) + "/ping", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(due(registered)).singleElement().satisfies(ping -> {
            assertThat(ping.id()).isEqualTo(answer.json().path("id").asString());
            assertThat(ping.event()).isEqualTo(EventType.PING);
            assertThat(ping.body()).contains("endpoint.ping");
        });
    }

    @Test
    void showsAttemptsAndReplaysDeadLetters() {
        JsonNode registered = register("{\"url\":\"" + URL + "\"}");
        String id = registered.path("id").asString();
        Instant now = WebhookSamples.now();
        Webhook dead = WebhookSamples.webhook(id).withFailure("status 500");
        api.callbacks.due().buryWebhook(dead, now);
        api.callbacks
                .attempts()
                .saveAttempts(id, "a", List.of(new Attempt(now, dead.id(), dead.event(), 1, 500, "status 500", 12)));

        JsonNode shown = client.get(pathOf(registered) + "/attempts").json();
        assertThat(shown.path("attempts").path(0).path("status").asInt()).isEqualTo(500);
        assertThat(shown.path("deadLetters").path(0).path("reason").asString()).isEqualTo("status 500");

        ApiClient.Answer replayed = client.post(pathOf(registered) + "/replay", "");
        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.json().path("replayed").asInt()).isEqualTo(1);
        assertThat(replayed.json().path("more").asBoolean()).isFalse();
        assertThat(due(registered)).containsExactly(dead.withoutAttempts());
        assertThat(api.callbacks.due().listBuried(id, 10)).isEmpty();
    }

    @Test
    void showsAndHurriesWebhooksThatWait() {
        JsonNode registered = register("{\"url\":\"" + URL + "\"}");
        String id = registered.path("id").asString();
        Instant nextTry = WebhookSamples.now().plusSeconds(7_200);
        Webhook waiting = WebhookSamples.webhook(id).withFailure("status 503");
        api.callbacks.due().addDue(waiting, nextTry);

        JsonNode shown = client.get(pathOf(registered) + "/attempts")
                .json()
                .path("pending")
                .path(0);
        assertThat(shown.path("nextTry").asString()).isEqualTo(nextTry.toString());
        assertThat(shown.path("attempts").asInt()).isEqualTo(1);
        assertThat(shown.path("reason").asString()).isEqualTo("status 503");

        String replay = pathOf(registered) + "/replay";
        assertThat(client.post(replay + "?since=yesterday", "").status()).isEqualTo(400);
        String later = waiting.createdAt().plusSeconds(1).toString();
        assertThat(client.post(replay + "?since=" + later, "")
                        .json()
                        .path("hurried")
                        .asInt())
                .isZero();
        assertThat(due(registered)).isEmpty();
        String then = waiting.createdAt().toString();
        assertThat(client.post(replay + "?since=" + then, "")
                        .json()
                        .path("hurried")
                        .asInt())
                .isOne();
        assertThat(due(registered)).containsExactly(waiting.withoutAttempts());
    }

    private JsonNode register(String body) {
        ApiClient.Answer answer = client.post(PATH, body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static Endpoint stored(JsonNode registered) {
        return api.callbacks
                .endpoints()
                .findEndpoint(RunningApi.TENANT, registered.path("id").asString())
                .orElseThrow();
    }

    private static String pathOf(JsonNode registered) {
        return PATH + "/" + registered.path("id").asString();
    }

    private static List<Webhook> due(JsonNode registered) {
        return IntStream.range(0, DueWebhooks.SHARDS)
                .boxed()
                .flatMap(shard ->
                        api.callbacks.due().claimDue(shard, Instant.now(), 100, Duration.ofSeconds(1)).stream())
                .map(DueWebhooks.Claim::webhook)
                .filter(webhook ->
                        webhook.endpoint().equals(registered.path("id").asString()))
                .toList();
    }
}
