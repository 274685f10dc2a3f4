package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryCrashMarks;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeWorkerIT {
    private static final RuleSource RULES = new RuleSource("test.yar", """
            rule prize {
              meta:
                title = "A prize"
                category = "junk"
                weight = 80
              strings:
                $prize = "prize" nocase
              condition:
                $prize
            }""");

    private final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
    private final InMemoryVerdictStore store = new InMemoryVerdictStore();
    private final InMemoryCrashMarks marks = new InMemoryCrashMarks();
    private final LiveTenants tenants = new LiveTenants(List.of());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ToldVerdicts told = new ToldVerdicts();
    private final ActiveRules rules =
            new ActiveRules(RuleCompiler.compile(List.of(RULES)).orThrow(), ScanOptions.DEFAULT);
    private final ScanPool scans = new ScanPool(new MessageScanners(rules), tenants, Clock.systemUTC(), 2);
    private final EnvelopeConsumer lanes = new EnvelopeConsumer(
            queue, scans, store, marks, tenants, told, new WorkerMetrics(meters), Duration.ofSeconds(60));

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        store.comeBack();
        marks.comeBack();
        background.close();
        lanes.close();
        scans.close();
        rules.close();
    }

    @Test
    void savesOneVerdictForEachSlotAndAcknowledgesOnBothLanes() {
        SealedEnvelope live = envelope("You won a prize", "See you at eight");
        SealedEnvelope bulk = envelope(Priority.BULK, "You won a prize", "See you at eight");
        queue.sendBatch(List.of(live, bulk)).join();

        lanes.openLanes(10);
        await().untilAsserted(() -> assertThat(queue.bodies()).isEmpty());

        for (SealedEnvelope each : List.of(live, bulk)) {
            assertThat(stored(each).slots())
                    .extracting(slot -> ((Verdict.Judged) slot.verdict()).category())
                    .containsExactly(Category.JUNK, Category.CLEAN);
        }
        assertThat(count("winnow.verdicts")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "null",
                "[]",
                "{}",
                "{\"v\":2}",
                "{\"v\":\"1\"}",
                "{\"v\":1,\"id\":null,\"g\":\"g\",\"m\":[]}",
                "{\"v\":1,\"id\":\"00000000-0000-0000-0000-000000000000\",\"g\":\"g\",\"m\":[null]}"
            })
    void buriesForeignMessagesWithAReason(String body) {
        Instant farAway = Instant.ofEpochMilli(Long.MAX_VALUE);
        for (Delivery odd : List.of(
                new Delivery("r", body, DeadLettering.AT_RECEIVE, Instant.now(), Instant.now()),
                new Delivery("s", body, DeadLettering.AT_RECEIVE, Instant.MIN, farAway))) {
            assertThat(lanes.receiveLive(List.of(odd))).containsExactly(odd);
        }

        assertThat(queue.buried())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
    }

    @Test
    void finishesAnEnvelopeWithTimesOutOfRange() {
        String body = "{\"v\":1,\"id\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\",\"g\":\"g\",\"m\":"
                + "[{\"t\":\"t\",\"x\":\"x\",\"a\":9223372036854775807}]}";
        for (Instant time : List.of(Instant.MIN, Instant.EPOCH, Instant.now(), Instant.MAX)) {
            Delivery odd = new Delivery("r", body, DeadLettering.AT_RECEIVE, time, Instant.now());
            assertThat(lanes.receiveLive(List.of(odd))).containsExactly(odd);
        }
    }

    @Test
    void buriesDeeplyNestedAndVeryLongMessages() {
        for (String body : List.of("[".repeat(200_000), "{\"x\":".repeat(40_000), "x".repeat(262_144))) {
            Delivery odd = new Delivery("r", body, DeadLettering.AT_RECEIVE, Instant.now(), Instant.now());
            assertThat(lanes.receiveBulk(List.of(odd))).containsExactly(odd);
        }
        assertThat(queue.buried()).hasSize(3);
    }

    @Test
    void keepsItsWorkAndReceivesNothingWhileTheStoreIsAway() throws Exception {
        store.goDown();
        marks.goDown();
        SealedEnvelope first = envelope("You won a prize");
        Future<List<Delivery>> held = background.submit(() -> lanes.receiveLive(List.of(delivery(first, 1))));
        await().until(() -> meters.get("winnow.store.away").gauge().value() == 1);
        SealedEnvelope second = envelope("Another prize");
        queue.sendBatch(List.of(second)).join();
        lanes.openLanes(10);

        await().during(Duration.ofMillis(500))
                .until(() -> !held.isDone() && queue.bodies().size() == 1);

        store.comeBack();
        marks.comeBack();
        assertThat(held.get()).hasSize(1);
        await().untilAsserted(() -> assertThat(queue.bodies()).isEmpty());
        assertThat(stored(first).slots()).hasSize(1);
        assertThat(stored(second).slots()).hasSize(1);
        assertThat(queue.buried()).isEmpty();
        assertThat(meters.get("winnow.store.away").gauge().value()).isZero();
    }

    @Test
    void acknowledgesARedeliveryAndKeepsItsStoredVerdicts() {
        SealedEnvelope envelope = envelope("You won a prize");
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(envelope.id());
        store.saveVerdicts(first);

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 2)))).hasSize(1);

        assertThat(stored(envelope)).isEqualTo(first);
    }

    @Test
    void keepsTheFirstOutcomeWhenTwoWorkersHaveTheSameEnvelope() {
        SealedEnvelope envelope = envelope("You won a prize");
        Delivery other = new Delivery("other", envelope.body(), 1, Instant.now(), Instant.now());

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 1), other))).hasSize(2);

        assertThat(stored(envelope).revision()).isEqualTo(1);
    }

    @Test
    void buriesAnUnreadableEnvelopeAtTheFifthReceive() {
        SealedEnvelope good = envelope("hi");
        Delivery bad = new Delivery("bad", "not an envelope", 4, Instant.now(), Instant.now());
        Delivery last = new Delivery("bad", "not an envelope", 5, Instant.now(), Instant.now());

        assertThat(lanes.receiveLive(List.of(bad, delivery(good, 1))))
                .extracting(Delivery::body)
                .containsExactly(good.body());
        assertThat(queue.buried()).isEmpty();

        assertThat(lanes.receiveLive(List.of(last))).containsExactly(last);
        assertThat(queue.buried()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).contains("not a readable envelope");
            assertThat(letter.ruleset()).isEqualTo(rules.current().version());
        });
        assertThat(count("winnow.worker.buried.envelopes")).isEqualTo(1);
    }

    @Test
    void failsEveryMessageOfAnEnvelopeThatItGivesUp() {
        scans.close();
        SealedEnvelope envelope = envelope("one", "two");

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 4)))).isEmpty();
        assertThat(store.findVerdicts(List.of(envelope.id()))).isEmpty();

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 5)))).hasSize(1);
        assertThat(stored(envelope).slots()).hasSize(2).allMatch(slot -> slot.verdict() instanceof Verdict.Failed);
        assertThat(queue.buried())
                .extracting(DeadLetter::delivery)
                .extracting(Delivery::body)
                .containsExactly(envelope.body());
    }

    @Test
    void keepsADeadLetterOnTheQueueWhenItCannotBeBuried() {
        Delivery last = new Delivery("bad", "not an envelope", 5, Instant.now(), Instant.now());
        queue.goDown();

        assertThat(lanes.receiveLive(List.of(last))).isEmpty();
    }

    @Test
    void failsUnscannedTheSlotThatAnEarlierDeliveryDidNotSurvive() {
        SealedEnvelope envelope = envelope("a prize", "a prize", "a prize");
        marks.markSlots(envelope.id(), Set.of(1));

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 4)))).hasSize(1);

        assertThat(stored(envelope).slots())
                .extracting(slot -> slot.verdict() instanceof Verdict.Failed)
                .containsExactly(false, true, false);
        assertThat(marks.findMarks(envelope.id())).containsExactly(1);
    }

    @Test
    void keepsScanThreadsFreeWhileASuspectWaitsForTheStore() throws Exception {
        SealedEnvelope suspect = envelope("a prize");
        SealedEnvelope other = envelope("a prize");
        AtomicBoolean away = new AtomicBoolean(true);
        SimpleMeterRegistry its = new SimpleMeterRegistry();
        try (ScanPool one = new ScanPool(new MessageScanners(rules), tenants, Clock.systemUTC(), 1);
                EnvelopeConsumer consumer = new EnvelopeConsumer(
                        queue,
                        one,
                        store,
                        new ReadableMarks(away),
                        tenants,
                        told,
                        new WorkerMetrics(its),
                        Duration.ZERO)) {
            Future<List<Delivery>> waiting =
                    background.submit(() -> consumer.receiveLive(List.of(delivery(suspect, 3))));
            await().until(() -> its.get("winnow.store.away").gauge().value() == 1);

            assertThat(one.scanEnvelope(EnvelopeCodec.decode(other.body()), Map.of())
                            .slots())
                    .hasSize(1);
            assertThat(waiting.isDone()).isFalse();

            away.set(false);
            assertThat(waiting.get()).hasSize(1);
            assertThat(stored(suspect).slots()).hasSize(1);
        }
    }

    /** Marks that can be read and not written while the store is away. */
    private final class ReadableMarks implements CrashMarks {
        private final AtomicBoolean away;

        ReadableMarks(AtomicBoolean away) {
            this.away = away;
        }

        @Override
        public void markSlots(UUID envelope, Set<Integer> slots) {
            if (away.get()) {
                throw new StoreUnavailableException("away", new IllegalStateException("away"));
            }
            marks.markSlots(envelope, slots);
        }

        @Override
        public Set<Integer> findMarks(UUID envelope) {
            return marks.findMarks(envelope);
        }
    }

    @Test
    void marksNothingBeforeTheThirdReceiveAndLeavesNoMarkBehind() {
        SealedEnvelope envelope = envelope("a prize");
        marks.markSlots(envelope.id(), Set.of(0));
        assertThat(lanes.receiveLive(List.of(delivery(envelope, 2)))).hasSize(1);
        assertThat(stored(envelope).slots().getFirst().verdict()).isInstanceOf(Verdict.Judged.class);

        SealedEnvelope suspect = envelope("a prize", "and more");
        assertThat(lanes.receiveLive(List.of(delivery(suspect, 3)))).hasSize(1);
        assertThat(stored(suspect).slots()).allMatch(slot -> slot.verdict() instanceof Verdict.Judged);
        assertThat(marks.findMarks(suspect.id())).isEmpty();
    }

    @Test
    void replacesFailedAndNothingElseWhenADeadLetterIsSentAgain() {
        SealedEnvelope envelope = envelope("a prize", "a prize", "a prize");
        SlotVerdict clean = new SlotVerdict(VerdictSamples.clean(), null, Instant.EPOCH);
        SlotVerdict failed = new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH);
        SlotVerdict expired = new SlotVerdict(new Verdict.Expired("late"), null, Instant.EPOCH);
        store.saveVerdicts(VerdictSamples.of(envelope.id(), clean, failed, expired));
        Delivery redriven = new Delivery("r", envelope.body(), 1, Instant.now(), Instant.now(), true);

        assertThat(lanes.receiveLive(List.of(redriven))).containsExactly(redriven);

        EnvelopeVerdicts stored = stored(envelope);
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.slots().get(0)).isEqualTo(clean);
        assertThat(stored.slots().get(2)).isEqualTo(expired);
        assertThat(stored.slots().get(1).verdict()).isInstanceOf(Verdict.Judged.class);
        assertThat(stored.scanOf(1).ruleset()).isEqualTo(rules.current().version());
        assertThat(stored.scanOf(0).ruleset()).isNotEqualTo(rules.current().version());
        assertThat(lanes.receiveLive(List.of(redriven))).hasSize(1);
        assertThat(stored(envelope).revision()).isEqualTo(2);
    }

    @Test
    void expiresMessagesPastTheirTenantsDeadlineWithoutAScan() {
        TenantSettings hasty = new TenantSettings(50, 15, Set.of(), Set.of(), null, null, Duration.ofSeconds(10));
        tenants.replaceAll(List.of(new Tenant("demo", List.of(), hasty)));
        Instant sent = Instant.now().minusSeconds(11);
        SealedEnvelope late = envelope("You won a prize");
        SealedEnvelope justInTime = envelope("You won a prize");

        lanes.receiveLive(List.of(
                new Delivery("1", late.body(), 1, sent, sent.plusMillis(10_001)),
                new Delivery("2", justInTime.body(), 1, sent, sent.plusMillis(10_000))));

        assertThat(stored(late).slots().getFirst().verdict())
                .isEqualTo(new Verdict.Expired("waited 10001 ms, the limit is 10000 ms"));
        assertThat(stored(justInTime).slots().getFirst().verdict()).isInstanceOf(Verdict.Judged.class);
    }

    @Test
    void sidelinesOldEnvelopesAndWorksOnFreshOnes() {
        Instant now = Instant.now();
        SealedEnvelope old = envelope("old");
        SealedEnvelope fresh = envelope("fresh");
        Delivery late = new Delivery("1", old.body(), 1, now.minusSeconds(61), now);

        assertThat(lanes.receiveLive(List.of(late, delivery(fresh, 1)))).hasSize(2);

        assertThat(store.findVerdicts(List.of(old.id()))).isEmpty();
        assertThat(stored(fresh).slots()).hasSize(1);
        assertThat(queue.bodies()).containsExactly(old.body());
        assertThat(count("winnow.worker.sidelined.envelopes")).isEqualTo(1);
        lanes.openLanes(10);
        await().untilAsserted(() -> assertThat(queue.bodies()).isEmpty());
        assertThat(stored(old).slots()).hasSize(1);
    }

    @Test
    void countsEnvelopesFromAClockThatIsOff() {
        SealedEnvelope envelope = envelope("hi");
        Instant sent =
                Instant.ofEpochMilli(Envelope.openedAtMillis(envelope.id())).plusMillis(5_001);

        lanes.receiveLive(List.of(new Delivery("1", envelope.body(), 1, sent, sent)));

        assertThat(count("winnow.clock.skewed.envelopes")).isEqualTo(1);
    }

    @Test
    void failsMessagesWithoutRulesInsteadOfCallingThemClean() {
        SealedEnvelope envelope = envelope("hi");
        ActiveRules weightless = new ActiveRules(
                RuleCompiler.compile(List.of(new RuleSource("w.yar", "private rule w { condition: true }")))
                        .orThrow(),
                ScanOptions.DEFAULT);
        try (ScanPool pool = new ScanPool(new MessageScanners(weightless), tenants, Clock.systemUTC(), 1);
                EnvelopeConsumer weak = new EnvelopeConsumer(
                        queue, pool, store, marks, tenants, told, new WorkerMetrics(meters), Duration.ZERO)) {
            weak.receiveLive(List.of(delivery(envelope, 1)));
        }
        weightless.close();

        assertThat(stored(envelope).slots().getFirst().verdict()).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void announcesStoredVerdictsBeforeItAcknowledges() {
        SealedEnvelope envelope = envelope("You won a prize");
        told.refuse();

        assertThat(lanes.receiveLive(List.of(delivery(envelope, 1)))).isEmpty();
        told.listen();
        assertThat(lanes.receiveLive(List.of(delivery(envelope, 2)))).hasSize(1);

        assertThat(told.saved()).containsExactly(stored(envelope));
    }

    @Test
    void announcesTheStoredVerdictsOfAnEnvelopeThatComesAgain() {
        SealedEnvelope envelope = envelope("You won a prize");
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(envelope.id());
        store.saveVerdicts(first);

        lanes.receiveLive(List.of(delivery(envelope, 1)));
        lanes.receiveLive(List.of(delivery(envelope, 2)));

        assertThat(told.saved()).containsExactly(first, first);
    }

    @Test
    void announcesTheChangesOfARedriveEachTime() {
        SealedEnvelope envelope = envelope("a prize");
        store.saveVerdicts(
                VerdictSamples.of(envelope.id(), new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH)));
        Delivery redriven = new Delivery("r", envelope.body(), 1, Instant.now(), Instant.now(), true);

        lanes.receiveLive(List.of(redriven));
        lanes.receiveLive(List.of(redriven));

        assertThat(told.changed()).hasSize(2).allMatch(changed -> changed.revision() == 2);
        assertThat(told.saved()).isEmpty();
    }

    @Test
    void replacesTheVerdictsThatAreOthersInARescan() {
        SealedEnvelope first = envelope("You won a prize", "See you at eight", "a prize", "no news");
        SlotVerdict clean = new SlotVerdict(VerdictSamples.clean(), "mine", Instant.EPOCH);
        SlotVerdict failed = new SlotVerdict(new Verdict.Failed("broke"), null, Instant.EPOCH);
        store.saveVerdicts(VerdictSamples.of(first.id(), clean, clean, clean, failed));
        Delivery rescan =
                delivery(rescan(first.id(), Map.of(0, "You won a prize", 1, "See you at eight", 3, "no news")), 1);

        assertThat(lanes.receiveBulk(List.of(rescan))).containsExactly(rescan);
        assertThat(lanes.receiveBulk(List.of(rescan))).hasSize(1);

        EnvelopeVerdicts stored = stored(first);
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.slots().get(0).clientRef()).isEqualTo("mine");
        assertThat(stored.slots().get(0).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Judged.class,
                        judged -> assertThat(judged.category()).isEqualTo(Category.JUNK));
        assertThat(stored.slots().get(1)).isEqualTo(clean);
        assertThat(stored.slots().get(2)).isEqualTo(clean);
        assertThat(stored.slots().get(3).verdict()).isInstanceOf(Verdict.Judged.class);
        assertThat(told.changed()).hasSize(2).allMatch(changed -> changed.revision() == 2);
        assertThat(told.saved()).isEmpty();
    }

    @Test
    void leavesVerdictsAsTheyAreWhenARescanFailsOrTheyAreGone() {
        SealedEnvelope first = envelope("You won a prize");
        SealedEnvelope rescan = rescan(first.id(), Map.of(0, "You won a prize"));

        assertThat(lanes.receiveBulk(List.of(delivery(rescan, 1)))).hasSize(1);

        assertThat(store.findVerdicts(List.of(first.id(), rescan.id()))).isEmpty();
        assertThat(told.saved()).isEmpty();
        assertThat(told.changed()).isEmpty();
    }

    private static SealedEnvelope rescan(UUID origin, Map<Integer, String> texts) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "rescan", Priority.BULK);
        texts.forEach((slot, text) ->
                draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now())
                        .judgedAgain(new Envelope.Origin(origin, slot)))));
        return draft.sealDraft();
    }

    private double count(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private EnvelopeVerdicts stored(SealedEnvelope envelope) {
        UUID id = envelope.id();
        return java.util.Objects.requireNonNull(store.findVerdicts(List.of(id)).get(id));
    }

    private static Delivery delivery(SealedEnvelope envelope, int receiveCount) {
        return new Delivery("receipt", envelope.body(), receiveCount, Instant.now(), Instant.now());
    }

    private static SealedEnvelope envelope(String... texts) {
        return envelope(Priority.LIVE, texts);
    }

    private static SealedEnvelope envelope(Priority lane, String... texts) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", lane);
        List<String> all = new ArrayList<>(List.of(texts));
        all.forEach(text ->
                draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now()))));
        return draft.sealDraft();
    }
}
