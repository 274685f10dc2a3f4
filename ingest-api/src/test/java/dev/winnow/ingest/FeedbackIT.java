package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.Feedback.Label;
import dev.winnow.feedback.Feedback.Topic;
import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.VerdictSamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackIT {
    private static final RunningApi api = RunningApi.start("winnow.apple.default-tenant=other");
    private final ApiClient client = api.client();

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void comeBack() {
        api.queue.comeBack();
        api.feedback.comeBack();
    }

    @Test
    void keepsOneFeedbackAMessageAndKeyWithItsVerdict() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        String id = api.ids.issueId(envelope, 1, RunningApi.TENANT).toString();

        assertThat(give(id, "{\"label\":\"junk\",\"category\":\"fraud\"}").status())
                .isEqualTo(204);
        assertThat(give(id, "{\"label\":\"notJunk\"}").status()).isEqualTo(204);
        assertThat(give(id, "{\"label\":\"notJunk\",\"category\":null}").status())
                .isEqualTo(204);

        assertThat(of(RunningApi.TENANT, id)).singleElement().satisfies(feedback -> {
            assertThat(feedback.label()).isEqualTo(Label.NOT_JUNK);
            assertThat(feedback.key()).isEqualTo("phone");
            assertThat(feedback.verdict()).isEqualTo("junk");
            assertThat(feedback.rules()).containsExactly("parcel_fee_link", "known_sender");
        });
    }

    @Test
    void countsOneOpinionAMessageAndKeyForEachMatchedRule() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(VerdictSamples.of(
                envelope,
                VerdictSamples.ofEveryKind(envelope).slots().get(2),
                new SlotVerdict(VerdictSamples.shadowed("counted_shadow"), null, Instant.now())));
        String id = api.ids.issueId(envelope, 1, RunningApi.TENANT).toString();

        assertThat(give(id, "{\"label\":\"junk\"}").status()).isEqualTo(204);
        assertThat(give(id, "{\"label\":\"junk\"}").status()).isEqualTo(204);
        assertThat(give(id, "{\"label\":\"notJunk\"}").status()).isEqualTo(204);
        api.flushStatistics();

        assertThat(api.statistics.listHours(LocalDate.now(ZoneOffset.UTC)).values())
                .extracting(sums -> sums.countsOf("counted_shadow"))
                .containsExactly(new RuleCounts(0, 0, 0, 0, 0, 1));
    }

    @Test
    void showsRulesInShadowToKeysThatManageOnly() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(
                VerdictSamples.of(envelope, new SlotVerdict(VerdictSamples.shadowed("new_toll"), null, Instant.now())));
        String path = "/v1/messages/" + api.ids.issueId(envelope, 0, RunningApi.TENANT);

        assertThat(client.get(path).text()).contains("\"verdict\":\"clean\"").doesNotContain("new_toll", "shadow");
        assertThat(client.withKey(RunningApi.MANAGE_KEY).get(path).text())
                .contains("\"verdict\":\"clean\"")
                .contains("\"shadow\":{\"rules\":[\"new_toll\"],\"verdict\":\"junk\",\"score\":70");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"label\":\"maybe\"}",
                "{\"label\":\"junk\",\"category\":\"odd\"}",
                "{\"label\":1}",
                "x",
                ""
            })
    void refusesAnOpinionItDoesNotKnow(String body) {
        assertThat(give(api.issue().toString(), body).status()).isEqualTo(400);
    }

    @Test
    void takesNoFeedbackForUnknownMessages() {
        assertThat(give("forged", "{\"label\":\"junk\"}").status()).isEqualTo(404);
        api.feedback.goDown();
        assertThat(give(api.issue().toString(), "{\"label\":\"junk\"}").problem())
                .isEqualTo("store-unavailable");
    }

    @Test
    void sendsReportedTextThroughTheBulkLaneAndKeepsOnlyItsHash() {
        ApiClient.Answer answer = client.post("/v1/reports", """
                {"reports":[{"text":"W i n now! reported","label":"junk","category":"spam"},{"label":"junk"},
                            {"text":"win\\u200bnow! REPORTED","sender":"x","label":"junk"}]}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()
                        .path("results")
                        .valueStream()
                        .map(item -> item.path("status").asInt()))
                .containsExactly(202, 400, 202);
        Envelope.Slot slot = api.envelopes().getLast().slots().getLast();
        assertThat(slot.message().priority()).isEqualTo(Priority.BULK);
        List<Feedback> kept = api.feedback.listFeedback(RunningApi.TENANT).stream()
                .filter(feedback -> feedback.textHash() != null)
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(kept)
                .extracting(Feedback::textHash)
                .containsOnly(kept.getFirst().textHash());
        assertThat(kept).extracting(Feedback::topic).contains(Topic.SPAM);
        assertThat(kept.toString()).doesNotContainIgnoringCase("reported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reports\":[]}", "{\"reports\":{}}", "nonsense"})
    void refusesABrokenListOfReports(String body) {
        assertThat(client.post("/v1/reports", body).status()).isEqualTo(400);
    }

    @Test
    void refusesAListWithoutAnyValidReport() {
        ApiClient.Answer answer = client.post("/v1/reports", "{\"reports\":[{\"label\":\"junk\"},{\"text\":\"x\"}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("nothing-accepted");
        assertThat(answer.json().at("/errors/1/pointer").asString()).isEqualTo("/reports/1/label");
    }

    @Test
    void takesNoReportsWhileQueueOrStoreAreAway() {
        String reports = "{\"reports\":[{\"text\":\"a\",\"label\":\"junk\"},{\"text\":\"b\",\"label\":\"junk\"}]}";
        api.queue.goDown();
        ApiClient.Answer withoutQueue = client.post("/v1/reports", reports);
        api.queue.comeBack();
        api.feedback.goDown();
        ApiClient.Answer withoutStore = client.post("/v1/reports", reports);

        assertThat(withoutQueue.status()).isEqualTo(503);
        assertThat(withoutQueue.problem()).isEqualTo("queue-unavailable");
        assertThat(withoutStore.status()).isEqualTo(503);
        assertThat(withoutStore.problem()).isEqualTo("store-unavailable");
    }

    @Test
    void packsAHundredReportsIntoFewEnvelopes() {
        String reports = IntStream.range(0, 100)
                .mapToObj(i -> "{\"text\":\"report " + i + "\",\"label\":\"junk\"}")
                .collect(Collectors.joining(",", "{\"reports\":[", "]}"));
        int before = api.envelopes().size();

        ApiClient.Answer answer = client.post("/v1/reports", reports);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(api.envelopes().size() - before).isLessThanOrEqualTo(5);
    }

    @Test
    void takesReportsFromIos() {
        String report = """
                {"_version":1,"app":{"version":"1"},"classification":{"sender":"+1","bodies":["ios one","ios two"],"type":"deny"}}""";
        int before = api.feedback.listFeedback("other").size();

        ApiClient.Answer answer = apple("/v1/apple/report", report);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(api.feedback.listFeedback("other"))
                .hasSize(before + 2)
                .extracting(Feedback::label)
                .containsOnly(Label.JUNK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "nonsense", "", "{\"classification\":{\"body\":7,\"label\":\"junk\"}}"})
    void answersIosTheSameWhateverItReports(String body) {
        assertThat(apple("/v1/apple/report", body).status()).isEqualTo(202);
        assertThat(apple("/v1/apple/unknown-token-0123456/report", body).status())
                .isEqualTo(202);
    }

    private ApiClient.Answer apple(String path, String body) {
        return client.withKey("").call("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    private ApiClient.Answer give(String id, String body) {
        return client.post("/v1/messages/" + id + "/feedback", body);
    }

    private static List<Feedback> of(String tenant, String id) {
        return api.feedback.listFeedback(tenant).stream()
                .filter(feedback -> feedback.messageId().equals(id))
                .toList();
    }
}
