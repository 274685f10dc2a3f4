package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.Delivery;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EnvelopeWorkerIT extends WorkerFixture {
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
}
