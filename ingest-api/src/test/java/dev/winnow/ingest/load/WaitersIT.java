package dev.winnow.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.verdict.VerdictStore;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
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
        int readsBefore = api.askNumber("reads");
        try (ChildProcess clients = ChildProcess.start("512m", WaitingClients.class, port, ids.toString(), "2")) {
            assertThat(clients.next()).isEqualTo("asked " + WAITERS);
            assertThat(clients.next()).isEqualTo(TOLD_QUEUED);
        }
        double readsAWaiter = (double) (api.askNumber("reads") - readsBefore) / WAITERS;
        int mostReads = api.askNumber("most-reads");
        int largestBatch = api.askNumber("largest-batch");
        report("waiters-most-reads-of-an-envelope-in-2-s", mostReads, "5 to 8", mostReads >= 5 && mostReads <= 8);
        report("waiters-largest-batch", largestBatch, "100", largestBatch == VerdictStore.MAX_FIND);
        report("waiters-reads-a-waiter", readsAWaiter, "< 1", readsAWaiter < 1);
        assertThat(api.askNumber("waiters")).isZero();
    }

    private static void aClientThatGoesAwayFreesItsPlace(ChildProcess api, String port, Path ids)
            throws InterruptedException {
        try (ChildProcess clients = ChildProcess.start("512m", WaitingClients.class, port, ids.toString(), "25")) {
            assertThat(clients.next()).isEqualTo("asked " + WAITERS);
            await().atMost(Duration.ofSeconds(20)).until(() -> api.askNumber("waiters") == WAITERS);
            int heap = api.askNumber("heap");
            report("waiters-heap-mb", heap, "<= 512", heap <= 512);
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
            int told = Math.toIntExact((System.nanoTime() - start) / 1_000_000);
            report("waiters-told-at-termination-ms", told, "<= 10000", told <= 10_000);
            assertThat(api.awaitEnd(20)).isTrue();
        }
    }

    private static void report(String name, double value, String bar, boolean isOk) {
        String figure = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        System.out.println("result " + name + " " + figure + " bar " + bar + " " + (isOk ? "ok" : "short"));
        assertThat(isOk).as(name + " is " + figure + ", must be " + bar).isTrue();
    }
}
