package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.VerdictSamples;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitIT {
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
    void acceptsWhatTheQueueHas() {
        ApiClient.Answer answer = client.post("/v1/messages", """
                {"text":"accepted text","sender":"+14085550001","clientRef":"abc","country":"de","unknown":[{}]}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.header("Location")).contains("/v1/messages/" + answer.id());
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"" + answer.id() + "\",\"status\":\"queued\",\"clientRef\":\"abc\"}");
        Envelope.Slot slot = api.envelopes().getLast().slots().getLast();
        assertThat(slot.tenant()).isEqualTo(RunningApi.TENANT);
        assertThat(slot.message().text()).isEqualTo("accepted text");
        assertThat(slot.message().country()).isEqualTo("DE");
    }

    @Test
    void acknowledgesNothingWhileTheQueueIsDown() {
        int before = api.envelopes().size();
        api.queue.goDown();

        ApiClient.Answer answer = client.post("/v1/messages", "{\"text\":\"lost?\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("queue-unavailable");
        assertThat(answer.header("Retry-After").orElseThrow()).matches("[1-3]");
        assertThat(api.envelopes()).hasSize(before);
    }

    @Test
    void refusesToSubmitWithoutAValidKey() {
        for (String key : new String[] {"", "wrong", RunningApi.KEY + "x"}) {
            ApiClient.Answer answer = client.withKey(key).post("/v1/messages", "{\"text\":\"x\"}");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":""}                                   | /text
            {}                                            | /text
            {"text":null}                                 | /text
            {"text":7}                                    | /text
            {"text":{"a":[1]}}                            | /text
            {"text":"\\ud800"}                            | /text
            {"text":"x","channel":"fax"}                  | /channel
            {"text":"x","country":"D"}                    | /country
            {"text":"x","country":"\\u00df"}              | /country
            {"text":"x","country":"\\u0131\\u0131"}       | /country
            {"text":"x","country":"D\\u017f"}             | /country
            {"text":"x","receivedAt":"2026-11-24T16:00Z"} | /receivedAt
            {"text":"x","receivedAt":"2026-11-24T16:00:60Z"} | /receivedAt
            {"text":"x","clientRef":""}                   | /clientRef
            {"text":"x","clientRef":"\\u0000"}            | /clientRef
            {"text":"x","priority":"high"}                | /priority
            {"text":"x","receivedAt":"yesterday"}         | /receivedAt
            {"text":"x","receivedAt":"+999999999-12-31T23:59:59Z"} | /receivedAt
            []                                            | ''
            {"text":"x"                                   | ''
            {"text":"x"}{}                                | ''
            nonsense                                      | ''
            """)
    void namesTheFieldThatIsWrong(String body, String pointer) {
        ApiClient.Answer answer = client.post("/v1/messages", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"\\u0436, 4096", "\\u0041, 8192", "\\ud83d\\ude00, 2048", "\\n, 8192"})
    void countsABodyAfterItsEscapesAreUndone(String escape, int times) {
        String longest = escape.repeat(times);

        assertThat(client.post("/v1/messages", "{\"text\":\"" + longest + "\"}").status())
                .isEqualTo(202);
        assertThat(client.post("/v1/messages/batch", batchOf(longest, 20)).status())
                .isEqualTo(202);
        assertThat(client.post("/v1/messages", "{\"text\":\"" + longest.repeat(3) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    private static String batchOf(String text, int times) {
        return "{\"messages\":[" + String.join(",", Collections.nCopies(times, "{\"text\":\"" + text + "\"}")) + "]}";
    }

    @Test
    void takesTheLongestTextAndNotOneByteMore() {
        String longest = "x".repeat(8_192);

        assertThat(client.post("/v1/messages", "{\"text\":\"" + longest + "\"}").status())
                .isEqualTo(202);
        assertThat(client.post("/v1/messages", "{\"text\":\"" + longest + "y\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/v1/messages", "{\"text\":\"" + longest.repeat(3) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void answersWithTheVerdictWhenItComesInTime() throws Exception {
        int before = api.envelopes().size();
        Thread worker = Thread.ofVirtual().start(() -> {
            org.awaitility.Awaitility.await().until(() -> api.envelopes().size() > before);
            Envelope envelope = api.envelopes().getLast();
            api.judge(envelope.id(), envelope.slots().size(), VerdictSamples.clean());
        });

        ApiClient.Answer answer = client.post("/v1/messages", "{\"text\":\"quick\"}", "Prefer", "wait=20");

        worker.join();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).contains("wait=20");
        assertThat(answer.json().path("verdict").asString()).isEqualTo("clean");
        assertThat(answer.json().at("/action/code").asInt()).isZero();
    }

    @Test
    void staysAcceptedWhenNoVerdictComesOrTheStoreIsDown() {
        assertThat(client.post("/v1/messages", "{\"text\":\"slow\"}", "Prefer", "wait=1")
                        .status())
                .isEqualTo(202);
        api.verdicts.goDown();
        assertThat(client.post("/v1/messages", "{\"text\":\"slow\"}", "Prefer", "wait=1")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void insistsOnJsonBothWays() {
        byte[] body = "{\"text\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(client.call("POST", "/v1/messages", body, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(client.call("POST", "/v1/messages", body).status()).isEqualTo(415);
        assertThat(client.post("/v1/messages", "{\"text\":\"x\"}", "Accept", "text/html")
                        .status())
                .isEqualTo(406);
    }
}
