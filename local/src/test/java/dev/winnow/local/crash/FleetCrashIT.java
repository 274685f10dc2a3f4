package dev.winnow.local.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.local.crash.Tally.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks under load that each message with a 202 gets exactly one verdict, even when processes or services fail. {@code
 * winnow.crash.seconds} is the length of each outage, {@code winnow.crash.kills} the number of kills.
 */
class FleetCrashIT {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("winnow.crash.seconds", 5));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The longest load within an outage: a longer one would measure the machine. */
    private static final Duration LOAD_IN_OUTAGE = Duration.ofSeconds(10);

    /** The time for a drain: ECS gives a task 30 s by default. */
    private static final Duration DRAIN = Duration.ofSeconds(30);

    /** How often the workers are killed under load. */
    private static final int KILLS = Integer.getInteger("winnow.crash.kills", 3);

    private static final int MIN_ACCEPTED = 200;
    private static final List<String> TABLE = new ArrayList<>();

    private final Random random = new Random(42);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FleetProcesses fleet;

    @SuppressWarnings("NullAway.Init")
    private Process api;

    @SuppressWarnings("NullAway.Init")
    private Process worker;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory(Path.of("target"), "crash");
        fleet = new FleetProcesses(folder);
        api = fleet.startApi();
        worker = fleet.startWorker();
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close();
    }

    @AfterAll
    static void print() {
        System.out.printf(
                "%-24s %9s %9s %9s %6s %11s %7s %12s%n",
                "failure", "refused", "accepted", "verdicts", "lost", "duplicated", "failed", "dead letters");
        TABLE.forEach(System.out::println);
    }

    @Test
    void losesNoVerdictWhenWorkersAreKilled() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = tally.accepted();
                await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED / 2);
                lastFor(Duration.ofMillis(random.nextInt(2_000)));
                FleetProcesses.kill(worker);
                worker = fleet.startWorker();
            }
            report("worker killed", tally);
        }
    }

    @Test
    void losesNoVerdictWhenTheApiIsKilled() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            FleetProcesses.kill(api);
            api = fleet.startApi();
            int before = tally.accepted();
            await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED);
            report("api killed", tally);
        }
    }

    @Test
    void losesNoVerdictWhenAWorkerStops() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            for (int stop = 0; stop < 2; stop++) {
                int before = tally.accepted();
                await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED / 2);
                drain("worker", worker);
                worker = fleet.startWorker();
            }
            report("worker stopped", tally);
            assertThat(fleet.countHistory())
                    .as("messages that the stopped workers kept")
                    .isGreaterThanOrEqualTo(MIN_ACCEPTED);
        }
    }

    @Test
    void losesNoVerdictWhenTheApiStops() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            drain("api", api);
            api = fleet.startApi();
            int before = tally.accepted();
            await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED);
            report("api stopped", tally);
        }
    }

    @Test
    void losesNoVerdictWhileTheStoreFails() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            fleet.proxy.cutStore();
            lastFor(shorter(OUTAGE, LOAD_IN_OUTAGE));
            tally.stop();
            lastFor(OUTAGE.minus(shorter(OUTAGE, LOAD_IN_OUTAGE)));
            fleet.proxy.heal();
            report("store away", tally);
        }
    }

    @Test
    void losesNoVerdictWhileTheQueueFails() throws Exception {
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            fleet.proxy.cutQueue();
            lastFor(OUTAGE);
            fleet.proxy.heal();
            int before = tally.accepted();
            await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED);
            report("queue away", tally);
        }
    }

    @Test
    void keepsOneVerdictWhenDeliveriesRepeat() throws Exception {
        fleet.proxy.deliverTwice();
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            report("delivered twice", tally);
        }
    }

    @Test
    void keepsOneVerdictWhenDeliveriesComeInAnyOrder() throws Exception {
        fleet.proxy.reorder();
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            report("any order", tally);
        }
    }

    @Test
    void keepsOneVerdictWhenClocksDisagree() throws Exception {
        fleet.proxy.skew(Duration.ofMinutes(-10).toMillis());
        try (Tally tally = new Tally(fleet.api())) {
            await().atMost(PATIENCE).until(() -> tally.accepted() > MIN_ACCEPTED);
            fleet.proxy.skew(Duration.ofMinutes(10).toMillis());
            int before = tally.accepted();
            await().atMost(PATIENCE).until(() -> tally.accepted() > before + MIN_ACCEPTED);
            report("clock skew", tally);
        }
    }

    private static void drain(String program, Process process) throws Exception {
        long began = System.nanoTime();
        process.destroy();
        boolean _ = process.waitFor(DRAIN.toSeconds() * 2, TimeUnit.SECONDS);
        result(
                "drain." + program + ".seconds",
                (int) Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                (int) DRAIN.toSeconds());
        assertThat(process.isAlive()).as(program + " after SIGTERM").isFalse();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void lastFor(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void report(String failure, Tally tally) throws Exception {
        tally.stop();
        Result result = tally.settle(PATIENCE);
        long deadLetters = fleet.deadLetters();
        TABLE.add("%-24s %9d %9d %9d %6d %11d %7d %12d"
                .formatted(
                        failure,
                        result.refused(),
                        result.accepted(),
                        result.verdicts(),
                        result.lost(),
                        result.duplicated(),
                        result.failed(),
                        deadLetters));
        String name = "crash." + failure.replace(' ', '-');
        result(name + ".lost", result.lost(), 0);
        result(name + ".duplicated", result.duplicated(), 0);
        assertThat(result.accepted()).isGreaterThan(MIN_ACCEPTED);
        assertThat(result.lost()).as("lost").isZero();
        assertThat(result.duplicated()).as("duplicated").isZero();
        assertThat(result.failed()).as("failed or wrong").isZero();
        assertThat(deadLetters).as("dead letters").isZero();
    }

    private static void result(String name, int value, int limit) {
        System.out.printf("result %s %d bar <= %d %s%n", name, value, limit, value <= limit ? "ok" : "short");
    }
}
