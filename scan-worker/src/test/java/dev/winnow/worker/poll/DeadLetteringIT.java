package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetteringIT extends WorkerFixture {
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
    void buriesDeeplyNestedAndVeryLongMessages() {
        for (String body : List.of("[".repeat(200_000), "{\"x\":".repeat(40_000), "x".repeat(262_144))) {
            Delivery odd = new Delivery("r", body, DeadLettering.AT_RECEIVE, Instant.now(), Instant.now());
            assertThat(lanes.receiveBulk(List.of(odd))).containsExactly(odd);
        }
        assertThat(queue.buried()).hasSize(3);
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
}
