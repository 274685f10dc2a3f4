package dev.winnow.ingest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerdictWatcherTest {
    private static final String TENANT = "acme";

    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemoryVerdictStore store = new InMemoryVerdictStore();
    private final CountedStore counted = new CountedStore(store);
    private final VerdictWatcher watcher = new VerdictWatcher(counted, WaiterSettings.DEFAULT);
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
        store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));

        for (Watch watch : watches) {
            assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
        assertThat(counted.batches).hasSizeLessThanOrEqualTo(6);
        watches.forEach(Watch::close);
        assertThat(watcher.waiters()).isZero();
    }

    @Test
    void readsAnEnvelopeAtMostEightTimesInTwoSeconds() throws Exception {
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            assertThat(watch.awaitOutcome(Duration.ofSeconds(2))).isEmpty();
            assertThat(watch.soFar()).isEqualTo(new WaitOutcome.NotYet());
        }
        assertThat(counted.batches).hasSizeBetween(5, 8);
    }

    @Test
    void readsManyEnvelopesInFullBatches() {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            watches.add(watcher.watchEnvelope(VerdictSamples.envelope(), TENANT).orElseThrow());
        }

        await().until(() -> counted.batches.stream()
                        .filter(size -> size == VerdictStore.MAX_FIND)
                        .count()
                >= 20);
        watches.forEach(Watch::close);
    }

    @Test
    void stopsReadingWhatNobodyWaitsForAnyMore() {
        watcher.watchEnvelope(envelope, TENANT).orElseThrow().close();
        await().pollDelay(Duration.ofMillis(100)).until(() -> watcher.waiters() == 0);

        assertThat(counted.batches).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tellsWhoComesBackSoonAndDoesNotBeginAnew() throws Exception {
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            assertThat(watch.awaitOutcome(Duration.ofSeconds(1))).isEmpty();
        }
        int before = counted.batches.size();
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            assertThat(watch.awaitOutcome(Duration.ofSeconds(1))).isEmpty();
        }
        assertThat(counted.batches.size() - before).isBetween(1, 2);

        store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            assertThat(watch.awaitOutcome(Duration.ofSeconds(1)).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
    }

    @Test
    void readsOnceForAllWhoComeAndGoDuringARead() throws Exception {
        counted.held = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
                await().until(() -> !counted.batches.isEmpty());
                assertThat(watch.awaitOutcome(Duration.ofMillis(30))).isEmpty();
            }
        }
        assertThat(counted.batches).hasSize(1);

        store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));
        try (Watch watch = watcher.watchEnvelope(envelope, TENANT).orElseThrow()) {
            counted.held.countDown();
            assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
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
            await().untilAsserted(() -> assertThat(watch.soFar()).isInstanceOf(WaitOutcome.Unknown.class));
            store.comeBack();
            store.saveVerdicts(VerdictSamples.ofEveryKind(envelope));

            assertThat(watch.awaitOutcome(LONG).orElseThrow()).isInstanceOf(WaitOutcome.Found.class);
        }
    }

    /** Remembers how many keys each read had, and holds reads when told to. */
    private static final class CountedStore implements VerdictStore {
        final List<Integer> batches = new CopyOnWriteArrayList<>();
        volatile CountDownLatch held = new CountDownLatch(0);
        private final VerdictStore store;

        CountedStore(VerdictStore store) {
            this.store = store;
        }

        @Override
        public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
            return store.saveVerdicts(verdicts);
        }

        @Override
        public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
            batches.add(envelopes.size());
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return store.findVerdicts(envelopes);
        }

        @Override
        public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
            return store.replaceVerdicts(next);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
