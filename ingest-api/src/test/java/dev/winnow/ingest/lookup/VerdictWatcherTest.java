package dev.winnow.ingest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.time.ManualTimers;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerdictWatcherTest {
    private static final String TENANT = "acme";

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long STEP_MILLIS = 20;

    private final InMemoryVerdictStore store = new InMemoryVerdictStore();
    private final ManualTimers timers = new ManualTimers();
    private final CountedStore counted = new CountedStore(store, timers);
    private final VerdictWatcher watcher = new VerdictWatcher(counted, WaiterSettings.DEFAULT, timers, Runnable::run);
    private final UUID envelope = VerdictSamples.envelope();

    @AfterEach
    void close() {
        watcher.close();
    }

    @Test
    void findsAVerdictThatIsThereAlready() throws Exception {
        EnvelopeVerdicts verdicts = VerdictSamples.ofEveryKind(envelope);
        store.saveVerdicts(verdicts);

        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            assertThat(watch.awaitOutcome(LONG)).contains(new WaitOutcome.Found(verdicts));
        }
        assertThat(counted.batches).hasSize(1);
    }

    @Test
    void tellsAllWaitersOfAnEnvelopeFromOneRead() throws Exception {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            watches.add(watcher.watchEnvelope(envelope, TENANT).orElseThrow());
        }
        timers.awaitQuiet();
        store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        timers.advance(Duration.ofMillis(20));

        for (Watch watch : watches) {
            assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
        assertThat(counted.batches).hasSize(2);
        watches.forEach(Watch::close);
        assertThat(watcher.waiters()).isZero();
    }

    @Test
    void readsAnEnvelopeAtIntervalsThatDoubleUpToASecond() throws Exception {
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            passTime(Duration.ofSeconds(4));
            assertThat(watch.awaitOutcome(Duration.ZERO)).isEmpty();
            assertThat(watch.soFar()).isEqualTo(new WaitOutcome.NotYet());
        }
        // Each read falls on a grid of an eighth of its interval, here seen in steps of 20 ms.
        assertThat(counted.millis).containsExactly(0L, 20L, 60L, 140L, 300L, 640L, 1_280L, 2_380L, 3_500L);
    }

    @Test
    void readsManyEnvelopesInFullBatches() throws Exception {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            watches.add(watcher.watchEnvelope(VerdictSamples.envelope(), TENANT).orElseThrow());
        }

        timers.awaitQuiet();
        counted.batches.clear();
        timers.advance(Duration.ofMillis(20));
        timers.awaitQuiet();

        assertThat(counted.batches).hasSize(10).containsOnly(VerdictStore.MAX_FIND);
        watches.forEach(Watch::close);
    }

    @Test
    void stopsReadingAnEnvelopeThatNoRequestWaitsFor() throws Exception {
        Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow();
        timers.awaitQuiet();
        watch.close();
        passTime(Duration.ofSeconds(2));

        assertThat(watcher.waiters()).isZero();
        assertThat(counted.batches).hasSize(1);
    }

    @Test
    void goesOnWithTheIntervalsOfARequestThatComesBackSoon() throws Exception {
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            passTime(Duration.ofSeconds(1));
            assertThat(watch.awaitOutcome(Duration.ZERO)).isEmpty();
        }
        counted.millis.clear();
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            passTime(Duration.ofSeconds(1));
            assertThat(watch.awaitOutcome(Duration.ZERO)).isEmpty();
        }
        assertThat(counted.millis).containsExactly(1_140L);

        store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            passTime(Duration.ofSeconds(1));
            assertThat(watch.awaitOutcome(Duration.ZERO).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
    }

    @Test
    void readsOnceForAllWhoComeAndGoDuringARead() throws Exception {
        counted.held = new CountDownLatch(1);
        try (VerdictWatcher busy =
                new VerdictWatcher(counted, WaiterSettings.DEFAULT, timers, Thread::startVirtualThread)) {
            for (int i = 0; i < 10; i++) {
                try (Watch watch = busy.watchEnvelope(envelope, TENANT).orElseThrow()) {
                    await().until(() -> !counted.batches.isEmpty());
                    timers.advance(Duration.ofMillis(30));
                    assertThat(watch.awaitOutcome(Duration.ZERO)).isEmpty();
                }
            }
            timers.awaitQuiet();
            assertThat(counted.batches).hasSize(1);

            store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
            try (Watch watch = busy.watchEnvelope(envelope, TENANT).orElseThrow()) {
                counted.held.countDown();
                assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
            }
        }
    }

    @Test
    void hasNoPlaceBeyondTheLimit() {
        VerdictWatcher small =
                new VerdictWatcher(store, new WaiterSettings(1, Duration.ofMillis(10), Duration.ofSeconds(1)));
        Watch first = small.watchEnvelope(envelope, TENANT).orElseThrow();

        assertThat(small.watchEnvelope(envelope, TENANT)).isEmpty();
        first.close();
        first.close();

        assertThat(small.watchEnvelope(envelope, TENANT)).isPresent();
        assertThat(small.watchEnvelope(envelope, TENANT)).isEmpty();
        small.close();
    }

    @Test
    void leavesPlacesToOtherTenants() {
        VerdictWatcher small =
                new VerdictWatcher(store, new WaiterSettings(16, Duration.ofMillis(10), Duration.ofSeconds(1)));
        List<Watch> greedy = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            small.watchEnvelope(envelope, TENANT).ifPresent(greedy::add);
        }
        List<Watch> second = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            small.watchEnvelope(envelope, "second").ifPresent(second::add);
        }

        assertThat(greedy).hasSize(12);
        assertThat(second).hasSize(3);
        assertThat(small.watchEnvelope(envelope, "third")).isPresent();
        assertThat(small.waiters()).isEqualTo(16);
        greedy.forEach(Watch::close);
        assertThat(small.watchEnvelope(envelope, "second")).isPresent();
        small.close();
    }

    @Test
    void endsAllWaitsWhenClosed() throws Exception {
        Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow();

        watcher.close();

        assertThat(watch.awaitOutcome(LONG)).contains(new WaitOutcome.NotYet());
        assertThat(watcher.watchEnvelope(envelope, TENANT)).isEmpty();
    }

    @Test
    void goesOnAfterTheStoreWasDown() throws Exception {
        store.goDown();
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            timers.awaitQuiet();
            assertThat(watch.soFar()).isInstanceOf(WaitOutcome.Unknown.class);
            store.comeBack();
            store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
            timers.advance(Duration.ofMillis(20));

            assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
    }

    /** Moves the time in steps, each long enough for one read. */
    private void passTime(Duration time) throws InterruptedException {
        timers.awaitQuiet();
        for (long left = time.toMillis(); left > 0; left -= STEP_MILLIS) {
            timers.advance(Duration.ofMillis(STEP_MILLIS));
            timers.awaitQuiet();
        }
    }
}
