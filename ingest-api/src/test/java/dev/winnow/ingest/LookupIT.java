package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import dev.winnow.message.MessageId;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupIT {
    private static final RunningApi api = RunningApi.start();
    private final ApiClient client = api.client();

    @AfterAll
    static void stop() {
        api.close();
    }

    @AfterEach
    void comeBack() {
        api.verdicts.comeBack();
    }

    @Test
    void tellsThatAMessageIsQueued() {
        String id = api.issue().toString();

        ApiClient.Answer answer = client.get("/v1/messages/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"queued\"}");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.header("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void tellsTheWholeVerdict() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        String id = api.ids.issueId(envelope, 1, RunningApi.TENANT).toString();

        ApiClient.Answer answer = client.get("/v1/messages/" + id);

        assertThat(answer.json().path("status").asString()).isEqualTo("done");
        assertThat(answer.json().path("verdict").asString()).isEqualTo("junk");
        assertThat(answer.json().path("score").asInt()).isEqualTo(50);
        assertThat(answer.json().at("/action").toString())
                .isEqualTo("{\"name\":\"junk\",\"code\":2,\"subName\":\"none\",\"subCode\":0}");
        assertThat(answer.json().at("/matches/0").toString())
                .isEqualTo("{\"rule\":\"parcel_fee_link\",\"title\":\"Parcel fee with a link\",\"weight\":60,"
                        + "\"view\":\"folded\",\"spans\":[[12,31],[40,41]]}");
        assertThat(answer.json().path("clientRef").asString()).isEqualTo("abc");
        assertThat(answer.json().path("truncated").asBoolean()).isTrue();
    }

    @Test
    void saysWhyThereIsNoVerdict() {
        UUID envelope = VerdictSamples.envelope();
        api.verdicts.saveVerdicts(VerdictSamples.ofEveryKind(envelope));

        ApiClient.Answer failed = client.get("/v1/messages/" + api.ids.issueId(envelope, 3, RunningApi.TENANT));
        ApiClient.Answer expired = client.get("/v1/messages/" + api.ids.issueId(envelope, 4, RunningApi.TENANT));

        assertThat(failed.json().path("status").asString()).isEqualTo("failed");
        assertThat(failed.json().path("verdict").asString()).isEqualTo("unknown");
        assertThat(failed.json().path("reason").asString()).isEqualTo("the engine ran out of stack (25)");
        assertThat(expired.json().path("status").asString()).isEqualTo("expired");
    }

    @Test
    void answersNotModifiedToWhoHasIt() {
        String id = api.issue().toString();
        api.judge(id, VerdictSamples.clean());
        String tag = client.get("/v1/messages/" + id).header("ETag").orElseThrow();

        ApiClient.Answer again = client.get("/v1/messages/" + id, "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(client.get("/v1/messages/" + id, "If-None-Match", "\"queued\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void knowsNoForgedForeignOrMalformedIdAndAsksNoStore() {
        int reads = api.verdicts.reads();
        MessageId genuine = api.issue();
        MessageId forged = new MessageId(genuine.envelope(), genuine.slot(), genuine.tag() ^ 1);

        assertThat(client.get("/v1/messages/" + forged).status()).isEqualTo(404);
        assertThat(client.withKey(RunningApi.OTHER_KEY)
                        .get("/v1/messages/" + genuine)
                        .status())
                .isEqualTo(404);
        assertThat(client.get("/v1/messages/abc").status()).isEqualTo(404);
        assertThat(client.get("/v1/messages/" + "%20".repeat(32)).problem()).isEqualTo("not-found");
        assertThat(api.verdicts.reads()).isEqualTo(reads);
    }

    @Test
    void saysGoneAfterTheRetention() {
        UUID old = new UUID(
                (System.currentTimeMillis() - Duration.ofDays(15).toMillis()) << 16 | 0x7000,
                Generators.timeBasedEpochGenerator().generate().getLeastSignificantBits());

        ApiClient.Answer answer = client.get("/v1/messages/" + api.ids.issueId(old, 0, RunningApi.TENANT));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("gone");
    }

    @Test
    void waitsForTheVerdict() throws Exception {
        String id = api.issue().toString();
        Thread worker = Thread.ofVirtual().start(() -> {
            org.awaitility.Awaitility.await()
                    .until(() -> api.bean(dev.winnow.ingest.lookup.VerdictWatcher.class)
                                    .waiters()
                            > 0);
            api.judge(id, new Verdict.Failed("the engine gave up"));
        });

        ApiClient.Answer answer = client.get("/v1/messages/" + id, "Prefer", "respond-async, wait=20");

        worker.join();
        assertThat(answer.json().path("status").asString()).isEqualTo("failed");
        assertThat(answer.header("Preference-Applied")).contains("wait=20");
    }

    @Test
    void saysQueuedWhenTheWaitRanOut() {
        ApiClient.Answer answer = client.get("/v1/messages/" + api.issue(), "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("queued");
    }

    @Test
    void doesNotGuessWhileTheStoreIsDown() {
        api.verdicts.goDown();

        assertThat(client.get("/v1/messages/" + api.issue()).problem()).isEqualTo("store-unavailable");
        assertThat(client.get("/v1/messages/" + api.issue(), "Prefer", "wait=1").problem())
                .isEqualTo("store-unavailable");
    }

    @Test
    void saysThatTheStoreIsAwayWhenItHangsDuringAWait() {
        CountDownLatch hanging = new CountDownLatch(1);
        try (RunningApi slow = RunningApi.startThrough(store -> new HangingStore(store, hanging))) {
            String id = slow.issue().toString();
            slow.judge(id, new Verdict.Failed("unknown"));

            ApiClient.Answer answer = slow.client().get("/v1/messages/" + id, "Prefer", "wait=1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("store-unavailable");
            assertThat(slow.client()
                            .post("/v1/messages", "{\"text\":\"x\"}", "Prefer", "wait=1")
                            .status())
                    .isEqualTo(202);
            hanging.countDown();
        }
    }

    /** Reads that do not end before the latch is open. */
    private static final class HangingStore implements VerdictStore {
        private final VerdictStore store;
        private final CountDownLatch end;

        HangingStore(VerdictStore store, CountDownLatch end) {
            this.store = store;
            this.end = end;
        }

        @Override
        public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
            return store.saveVerdicts(verdicts);
        }

        @Override
        public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
            return store.replaceVerdicts(next);
        }

        @Override
        public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return store.findVerdicts(envelopes);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
