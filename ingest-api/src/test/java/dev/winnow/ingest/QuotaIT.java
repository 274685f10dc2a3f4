package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaIT {
    private static final String MESSAGE = "{\"text\":\"x\"}";

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
    void allowsEachOfSeveralTasksItsShare() {
        try (RunningApi api = RunningApi.start("winnow.quota.tasks=2")) {
            ApiClient.Answer answer =
                    api.client().withKey(RunningApi.LIMITED_KEY).post("/v1/messages", MESSAGE);

            assertThat(answer.header("RateLimit-Policy")).contains("\"key\";q=2;w=60, \"tenant\";q=3;w=60");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/webhook-endpoints", "/v1/webhook-endpoints/e1", "/v1/webhook-endpoints/e1/attempts"})
    void letsOnlyManageKeysManage(String path) {
        try (RunningApi api = RunningApi.start()) {
            assertThat(api.client().get(path).status()).isEqualTo(403);
            assertThat(api.client().post(path, "{}").status()).isEqualTo(403);
            assertThat(api.client().withKey(RunningApi.MANAGE_KEY).get(path).status())
                    .isNotEqualTo(403);
        }
    }
}
