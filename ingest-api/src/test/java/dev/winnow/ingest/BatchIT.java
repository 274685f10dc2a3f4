package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.verdict.VerdictSamples;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BatchIT {
    private static final RunningApi api = RunningApi.start();
    private final ApiClient client = api.client();

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void comeBack() {
        api.queue.comeBack();
        api.verdicts.comeBack();
    }

    @Test
    void takesWhatIsValidAndNamesWhatIsNot() {
        ApiClient.Answer answer = client.post("/v1/messages/batch", """
                {"messages":[{"text":"a","clientRef":"r0"},{"text":"","clientRef":"r1"},7,{"text":"b"}]}""");

        assertThat(answer.status()).isEqualTo(202);
        JsonNode results = answer.json().path("results");
        assertThat(results.valueStream().map(item -> item.path("status").asInt()))
                .containsExactly(202, 400, 400, 202);
        assertThat(results.valueStream().map(item -> item.path("index").asInt()))
                .containsExactly(0, 1, 2, 3);
        assertThat(results.at("/0/clientRef").asString()).isEqualTo("r0");
        assertThat(results.at("/1/clientRef").asString()).isEqualTo("r1");
        assertThat(results.at("/1/problem/errors/0/pointer").asString()).isEqualTo("/text");
        String id = results.at("/3/id").asString();
        assertThat(client.get("/v1/messages/" + id).json().path("status").asString())
                .isEqualTo("queued");
    }

    @Test
    void takesFiveHundredInFewEnvelopes() {
        String messages = IntStream.range(0, 500)
                .mapToObj(i -> "{\"text\":\"m" + i + "\"}")
                .collect(Collectors.joining(","));
        int before = api.envelopes().size();

        ApiClient.Answer answer = client.post("/v1/messages/batch", "{\"messages\":[" + messages + "]}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()
                        .path("results")
                        .valueStream()
                        .map(item -> item.path("id").asString()))
                .hasSize(500)
                .doesNotHaveDuplicates();
        assertThat(api.envelopes().stream()
                        .skip(before)
                        .mapToInt(envelope -> envelope.slots().size())
                        .sum())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"messages\":[]}",
                "{\"messages\":{}}",
                "{\"messages\":null}",
                "{\"messages\":[{]}",
                "{"
            })
    void refusesABrokenWrapper(String body) {
        assertThat(client.post("/v1/messages/batch", body).status()).isEqualTo(400);
    }

    @Test
    void refusesMoreThanFiveHundred() {
        String messages = "{\"text\":\"x\"},".repeat(500) + "{\"text\":\"x\"}";

        assertThat(client.post("/v1/messages/batch", "{\"messages\":[" + messages + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesABatchWithoutAnyValidMessage() {
        ApiClient.Answer answer = client.post("/v1/messages/batch", "{\"messages\":[{\"text\":\"\"},{}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/1/pointer").asString()).isEqualTo("/messages/1/text");
    }

    @Test
    void acceptsNothingWhileTheQueueIsDown() {
        api.queue.goDown();

        ApiClient.Answer answer =
                client.post("/v1/messages/batch", "{\"messages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("queue-unavailable");
    }

    @Test
    void givesARepeatedBatchTheSameIds() {
        String batch = "{\"messages\":[{\"text\":\"a\"},{\"text\":\"\"},{\"text\":\"b\",\"clientRef\":\"r\"}]}";
        int before = slots();

        ApiClient.Answer first = client.post("/v1/messages/batch", batch, "Idempotency-Key", "batch-1");
        ApiClient.Answer again = client.post("/v1/messages/batch", batch, "Idempotency-Key", "batch-1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(slots()).isEqualTo(before + 2);
    }

    @Test
    void refusesAnotherBatchUnderTheSameKey() {
        client.post("/v1/messages/batch", "{\"messages\":[{\"text\":\"a\"}]}", "Idempotency-Key", "batch-2");
        int before = slots();

        ApiClient.Answer other = client.post(
                "/v1/messages/batch",
                "{\"messages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}",
                "Idempotency-Key",
                "batch-2");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-mismatch");
        assertThat(slots()).isEqualTo(before);
    }

    @Test
    void submitsARepeatedBatchThatTheQueueRefused() {
        String batch = "{\"messages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}";
        api.queue.goDown();
        ApiClient.Answer refused = client.post("/v1/messages/batch", batch, "Idempotency-Key", "\"batch 3\"");
        api.queue.comeBack();

        ApiClient.Answer again = client.post("/v1/messages/batch", batch, "Idempotency-Key", "\"batch 3\"");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void takesFiveHundredUnderOneKey() {
        String messages = IntStream.range(0, 500)
                .mapToObj(i -> "{\"text\":\"k" + i + "\"}")
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));

        ApiClient.Answer first = client.post("/v1/messages/batch", messages, "Idempotency-Key", "batch-4");
        ApiClient.Answer again = client.post("/v1/messages/batch", messages, "Idempotency-Key", "batch-4");

        assertThat(first.json().path("results")).hasSize(500);
        assertThat(again.text()).isEqualTo(first.text());
    }

    private static int slots() {
        return api.envelopes().stream()
                .mapToInt(envelope -> envelope.slots().size())
                .sum();
    }

    @Test
    void readsManyWithOneReadOfTheStore() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        String judged = api.ids.issueId(envelope, 1, RunningApi.TENANT).toString();
        String sibling = api.ids.issueId(envelope, 0, RunningApi.TENANT).toString();
        String queued = api.issue().toString();
        int reads = api.verdicts.reads();

        ApiClient.Answer answer = client.get("/v1/messages?ids=" + String.join(",", judged, "forged", queued, sibling));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode results = answer.json().path("results");
        assertThat(results.at("/0/message/verdict").asString()).isEqualTo("junk");
        assertThat(results.at("/1/problem/status").asInt()).isEqualTo(404);
        assertThat(results.at("/2/message/status").asString()).isEqualTo("queued");
        assertThat(results.at("/3/message/verdict").asString()).isEqualTo("clean");
        assertThat(api.verdicts.reads()).isEqualTo(reads + 1);
    }

    @Test
    void readsAtMostAHundred() {
        String ids = IntStream.rangeClosed(0, 100).mapToObj(_ -> "x").collect(Collectors.joining(","));

        assertThat(client.get("/v1/messages?ids=" + ids).status()).isEqualTo(400);
        assertThat(client.get("/v1/messages").status()).isEqualTo(400);
        assertThat(client.get("/v1/messages?ids=" + ids.substring(2)).status()).isEqualTo(200);
    }
}
