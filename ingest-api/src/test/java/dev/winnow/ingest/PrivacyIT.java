package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrivacyIT {
    @SuppressWarnings("NullAway.Init")
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void tellsATenantThatNoTextIsKept() {
        assertThat(api.client().get("/v1/privacy").text()).isEqualTo("""
                {"tenant":"acme","history":{"consent":false,"days":0,"share":0.0},\
                "retention":{"waitingTextDays":4,"failedTextDays":10,"historyDays":0,"verdictDays":14,"feedbackDays":90}}""");
    }

    @Test
    void tellsATenantWhatItConsentsTo() {
        assertThat(api.client()
                        .withKey(RunningApi.LIMITED_KEY)
                        .get("/v1/privacy")
                        .json()
                        .path("history")
                        .toString())
                .isEqualTo("{\"consent\":true,\"days\":7,\"share\":0.25}");
    }

    @Test
    void tellsNobodyWithoutAKey() {
        assertThat(api.client().withKey("").get("/v1/privacy").status()).isEqualTo(401);
    }
}
