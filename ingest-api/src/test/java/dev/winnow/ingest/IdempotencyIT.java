package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.Lease;
import dev.winnow.idempotency.RequestKey;
import dev.winnow.message.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyIT {
    private static final String BODY = "{\"text\":\"once\",\"clientRef\":\"r\"}";
    private static final RunningApi api = RunningApi.start();
    private final ApiClient client = api.client();
    private final String key = UUID.randomUUID().toString();

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void comeBack() {
        api.queue.comeBack();
        api.requests.comeBack();
    }

    @Test
    void submitsARepeatedRequestOnceWithTwoWrites() {
        int sent = slots();
        int writes = api.requests.writes();

        ApiClient.Answer first = submit(key);
        ApiClient.Answer again = submit('"' + key + '"');

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(slots()).isEqualTo(sent + 1);
        assertThat(api.requests.writes()).isEqualTo(writes + 2);
    }

    @Test
    void carriesTheKeyToWhoeverTellsReceivers() {
        submit(key);

        assertThat(api.envelopes().getLast().slots().getLast().requestKey())
                .isEqualTo(RequestKey.ofRequest(RunningApi.TENANT, key).hash());
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        submit(key);

        ApiClient.Answer other = client.post("/v1/messages", "{\"text\":\"other\"}", "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-mismatch");
    }

    @Test
    void keepsTenantsApart() {
        ApiClient.Answer mine = submit(key);
        ApiClient.Answer theirs =
                client.withKey(RunningApi.OTHER_KEY).post("/v1/messages", BODY, "Idempotency-Key", key);

        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.header("Idempotent-Replayed")).isEmpty();
        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @Test
    void asksToComeBackWhileTheFirstIsRunning() {
        Lease _ = claim(api.requests);

        ApiClient.Answer answer = submit(key);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void takesOverFromARunThatDiedAndTellsOneIdOnly() {
        try (RunningApi other = RunningApi.start()) {
            Lease dead = claim(other.requests);
            assertThat(submit(other.client()).status()).isEqualTo(409);
            other.leases.putForward(Duration.ofSeconds(11));

            ApiClient.Answer answer = submit(other.client());

            assertThat(answer.status()).isEqualTo(202);
            assertThat(other.requests.completeRequest(dead, "the id of the dead run"))
                    .isFalse();
            assertThat(submit(other.client()).id()).isEqualTo(answer.id());
            assertThat(other.envelopes()).hasSize(1);
        }
    }

    @Test
    void sendsAgainUnderOneKeyAfterTheQueueWasDown() {
        api.queue.goDown();
        assertThat(submit(key).status()).isEqualTo(503);
        api.queue.comeBack();

        ApiClient.Answer answer = submit(key);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void tellsNoIdWhenTheStoreIsDown() {
        int sent = slots();
        api.requests.goDown();

        ApiClient.Answer answer = submit(key);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("store-unavailable");
        assertThat(slots()).isEqualTo(sent);
    }

    @Test
    void givesAllConcurrentRepetitionsOneId() throws Exception {
        List<Future<ApiClient.Answer>> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(clients.submit(() -> submit(key)));
            }
        }
        List<ApiClient.Answer> answers = all.stream().map(Future::resultNow).toList();

        assertThat(answers)
                .extracting(ApiClient.Answer::status)
                .isSubsetOf(202, 409)
                .contains(202);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(ApiClient.Answer::id)
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "\"open", "a b"})
    void refusesAKeyThatIsNone(String bad) {
        assertThat(submit(bad).status()).isEqualTo(400);
    }

    private ApiClient.Answer submit(String header) {
        return client.post("/v1/messages", BODY, "Idempotency-Key", header);
    }

    private ApiClient.Answer submit(ApiClient to) {
        return to.post("/v1/messages", BODY, "Idempotency-Key", key);
    }

    /** Plays a run that claimed the key and has not answered. */
    private Lease claim(IdempotencyStore requests) {
        String fingerprint = RequestKey.fingerprint(BODY.getBytes(StandardCharsets.UTF_8));
        IdempotencyStore.Claim claim = requests.claimRequest(RequestKey.ofRequest(RunningApi.TENANT, key), fingerprint);
        assertThat(claim).isInstanceOf(IdempotencyStore.Claim.Granted.class);
        return ((IdempotencyStore.Claim.Granted) claim).lease();
    }

    private static int slots() {
        return api.envelopes().stream()
                .map(Envelope::slots)
                .mapToInt(List::size)
                .sum();
    }
}
