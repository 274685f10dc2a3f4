package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaIT {
    private static final String MESSAGE = "{\"text\":\"x\"}";
    private static final RunningApi shared = RunningApi.start();

    @AfterAll
    static void stop() {
        shared.close();
    }

    @Test
    void countsMessagesOfAKeyAndTellsWhatIsLeft() {
        try (RunningApi api = RunningApi.start()) {
            ApiClient limited = api.client().withKey(RunningApi.LIMITED_KEY);

            ApiClient.Answer first = limited.post("/v1/messages", MESSAGE);
            ApiClient.Answer tooMany = limited.post(
                    "/v1/messages/batch", "{\"messages\":[" + MESSAGE + "," + MESSAGE + "," + MESSAGE + "]}");
            ApiClient.Answer second = limited.post("/v1/messages", MESSAGE);
            ApiClient.Answer third = limited.post("/v1/messages", MESSAGE);
            ApiClient.Answer fourth = limited.post("/v1/messages", MESSAGE);

            assertThat(first.header("RateLimit-Policy")).contains("\"key\";q=3;w=60, \"tenant\";q=5;w=60");
            assertThat(first.header("RateLimit").orElseThrow()).startsWith("\"key\";r=2;t=");
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(second.status()).isEqualTo(202);
            assertThat(third.status()).isEqualTo(202);
            assertThat(fourth.status()).isEqualTo(429);
            assertThat(fourth.problem()).isEqualTo("quota-exceeded");
            assertThat(Integer.parseInt(fourth.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(api.client().post("/v1/messages", MESSAGE).header("RateLimit"))
                    .isEmpty();
        }
    }

    @Test
    void chargesATenantsQuotaOnTheDoorsWithoutAKey() {
        String query = "{\"query\":{\"message\":{\"text\":\"x\"}}}";
        String report = "{\"classification\":{\"type\":\"deny\",\"bodies\":[\"a\",\"b\"]}}";
        try (RunningApi api =
                RunningApi.start("winnow.apple.default-tenant=limited", "winnow.apple.verdict-wait=500ms")) {
            ApiClient phone = api.client().withKey("");

            phone.call("POST", "/v1/apple/report", report.getBytes(StandardCharsets.UTF_8));
            List<ApiClient.Answer> answers = IntStream.range(0, 10)
                    .mapToObj(
                            _ -> phone.call("POST", "/v1/apple/message-filter", query.getBytes(StandardCharsets.UTF_8)))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(answers.stream().filter(answer -> !answer.id().isEmpty()))
                    .hasSize(3);
            assertThat(api.envelopes().stream()
                            .mapToInt(envelope -> envelope.slots().size())
                            .sum())
                    .isEqualTo(5);
        }
    }

    @Test
    void letsNoDisabledTenantInAsTheDefaultOfApps() {
        try (RunningApi api = RunningApi.start("winnow.apple.default-tenant=shut-out")) {
            ApiClient phone = api.client().withKey("");

            ApiClient.Answer answer = phone.call(
                    "POST",
                    "/v1/apple/message-filter",
                    "{\"query\":{\"message\":{\"text\":\"x\"}}}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(api.envelopes()).isEmpty();
        }
    }

    @Test
    void allowsEachOfSeveralTasksItsShare() {
        try (RunningApi api = RunningApi.start("winnow.quota.tasks=2")) {
            ApiClient.Answer answer =
                    api.client().withKey(RunningApi.LIMITED_KEY).post("/v1/messages", MESSAGE);

            assertThat(answer.header("RateLimit-Policy")).contains("\"key\";q=2;w=60, \"tenant\";q=3;w=60");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/webhook-endpoints",
        "POST,   /v1/webhook-endpoints",
        "GET,    /v1/webhook-endpoints/e1",
        "DELETE, /v1/webhook-endpoints/e1",
        "POST,   /v1/webhook-endpoints/e1/rotate-secret",
        "GET,    /v1/webhook-endpoints/e1/attempts",
        "POST,   /v1/webhook-endpoints/e1/replay",
        "POST,   /v1/webhook-endpoints/e1/ping",
    })
    void letsOnlyManageKeysManage(String method, String path) {
        assertThat(shared.client().call(method, path, new byte[0]).status()).isEqualTo(403);
        assertThat(shared.client()
                        .withKey(RunningApi.MANAGE_KEY)
                        .call(method, path, new byte[0])
                        .status())
                .isNotEqualTo(403);
    }
}
