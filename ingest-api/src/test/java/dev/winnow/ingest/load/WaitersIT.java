package dev.winnow.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitersIT {
    private static final int WAITERS = 5_000;
    private static final int ENVELOPES = 500;

    private static final String TOLD_QUEUED = "{queued=" + WAITERS + "}";

    @TempDir
    private Path folder;

    @Test
    void letsFiveThousandClientsWaitAtHardlyAnyCost() throws Exception {
        Path ids = folder.resolve("ids");
        try (ChildProcess api = ChildProcess.start("512m", ApiProcess.class)) {
            String port = api.next();
            api.ask("ids " + ids + " " + ENVELOPES + " " + WAITERS / ENVELOPES);

            everyEnvelopeIsReadAFewTimesHoweverManyWait(api, port, ids);
            aClientThatGoesAwayFreesItsPlace(api, port, ids);
            allAreToldQueuedAtOnceOnTermination(api, port, ids);
        }
    }

    private static void everyEnvelopeIsReadAFewTimesHoweverManyWait(ChildProcess api, String port, Path ids)
            throws InterruptedException {
        String before = api.ask("reads");
        try (ChildProcess clients = ChildProcess.start("512m", WaitingClients.class, port, ids.toString(), "2")) {
            assertThat(clients.next()).isEqualTo("asked " + WAITERS);
            assertThat(clients.next()).isEqualTo(TOLD_QUEUED);
            String after = api.ask("reads");
            int batches = number(after, 0) - number(before, 0);
            int keys = number(after, 1) - number(before, 1);
            double readsOfAnEnvelope = (double) keys / ENVELOPES;
            System.out.printf(
                    "result waiters-reads-of-an-envelope %.2f bar <= 16 %s%n",
                    readsOfAnEnvelope, readsOfAnEnvelope <= 16 ? "ok" : "short");
            System.out.printf("result waiters-keys-a-read %.1f bar >= 1 ok%n", (double) keys / batches);
            System.out.printf("result waiters-reads-a-waiter %.4f bar <= 1 ok%n", (double) batches / WAITERS);
            assertThat(readsOfAnEnvelope).isLessThanOrEqualTo(16);
            assertThat((double) batches / WAITERS).isLessThan(1);
        }
        assertThat(api.askNumber("waiters")).isZero();
    }

    private static void aClientThatGoesAwayFreesItsPlace(ChildProcess api, String port, Path ids) {
        try (ChildProcess clients = ChildProcess.start("512m", WaitingClients.class, port, ids.toString(), "25")) {
            assertThat(clients.next()).isEqualTo("asked " + WAITERS);
            await().atMost(Duration.ofSeconds(20)).until(() -> api.askNumber("waiters") == WAITERS);
            int heap = api.askNumber("heap");
            System.out.printf("result waiters-heap-mb %d bar <= 512 %s%n", heap, heap <= 512 ? "ok" : "short");
            assertThat(heap).isLessThanOrEqualTo(512);
            clients.kill();
            await().atMost(Duration.ofSeconds(20)).until(() -> api.askNumber("waiters") == 0);
        }
    }

    private static void allAreToldQueuedAtOnceOnTermination(ChildProcess api, String port, Path ids)
            throws InterruptedException {
        try (ChildProcess clients = ChildProcess.start("512m", WaitingClients.class, port, ids.toString(), "25")) {
            assertThat(clients.next()).isEqualTo("asked " + WAITERS);
            await().atMost(Duration.ofSeconds(20)).until(() -> api.askNumber("waiters") == WAITERS);
            long start = System.nanoTime();
            api.terminate();
            assertThat(clients.next()).isEqualTo(TOLD_QUEUED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(api.awaitEnd(20)).isTrue();
        }
    }

    private static int number(String answer, int index) {
        return Integer.parseInt(answer.split(" ", -1)[index]);
    }
}
