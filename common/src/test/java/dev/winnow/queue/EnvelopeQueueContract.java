package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.verdict.VerdictSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of every {@link EnvelopeQueue}, with one subclass for each adapter. */
public abstract class EnvelopeQueueContract {
    private final ConcurrentLinkedQueue<Delivery> received = new ConcurrentLinkedQueue<>();

    /** The queue under test, empty. */
    protected abstract EnvelopeQueue queue();

    /** Ends the visibility time of delivered envelopes, or waits until it ends. */
    protected abstract void endVisibility();

    @Test
    void deliversEachConfirmedEnvelope() {
        List<SealedEnvelope> sent =
                Stream.generate(EnvelopeQueueContract::envelope).limit(10).toList();

        SendResult result = queue().sendBatch(sent).join();

        assertThat(result.refused()).isEmpty();
        assertThat(result.confirmed()).containsExactlyInAnyOrderElementsOf(ids(sent));
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::acknowledgeAll, 20)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactlyInAnyOrderElementsOf(bodiesOf(sent)));
        }
        assertThat(received).allSatisfy(delivery -> {
            assertThat(delivery.receiveCount()).isEqualTo(1);
            assertThat(delivery.sentAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(delivery.firstReceivedAt()).isAfterOrEqualTo(delivery.sentAt());
        });
    }

    @Test
    void deliversAgainADeliveryThatWasNotAcknowledged() {
        SealedEnvelope good = envelope();
        SealedEnvelope bad = envelope();
        queue().sendBatch(List.of(good, bad)).join();
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, batch -> only(good, batch), 20)) {
            await().untilAsserted(() -> assertThat(bodies()).contains(good.body(), bad.body()));
        }
        received.clear();
        endVisibility();

        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::acknowledgeAll, 20)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(bodies()).containsExactly(bad.body()));
        }
        assertThat(received)
                .allSatisfy(delivery -> assertThat(delivery.receiveCount()).isGreaterThan(1));
    }

    @Test
    void deliversAgainWhenTheListenerFails() {
        SealedEnvelope envelope = envelope();
        queue().sendBatch(List.of(envelope)).join();
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::fail, 20)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
        received.clear();
        endVisibility();

        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::acknowledgeAll, 20)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
    }

    @Test
    void closesQuicklyWhileTheQueueIsEmpty() {
        Subscription subscription = queue().subscribeLane(Priority.LIVE, this::acknowledgeAll, 20);
        Instant start = Instant.now();

        subscription.close();
        subscription.close();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void keepsTheLanesApart() {
        SealedEnvelope live = envelope();
        SealedEnvelope bulk = envelope(Priority.BULK);

        assertThat(queue().sendBatch(List.of(bulk, live)).join().confirmed())
                .containsExactlyInAnyOrder(live.id(), bulk.id());

        try (Subscription _ = queue().subscribeLane(Priority.BULK, this::acknowledgeAll, 10)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(bulk.body()));
        }
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::acknowledgeAll, 10)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(bulk.body(), live.body()));
        }
    }

    @Test
    void sidelinesToTheBulkLaneAndKeepsTheTimeOfTheFirstSend() {
        SealedEnvelope envelope = envelope();
        queue().sendBatch(List.of(envelope)).join();
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, this::sideline, 10)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
        Delivery first = received.remove();

        try (Subscription _ = queue().subscribeLane(Priority.BULK, this::acknowledgeAll, 10)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }

        assertThat(received.element().sentAt()).isEqualTo(first.sentAt());
        assertThat(received.element().receiveCount()).isEqualTo(1);
    }

    @Test
    void receivesNothingUntilTheListenerIsReady() {
        CountDownLatch ready = new CountDownLatch(1);
        SealedEnvelope envelope = envelope();
        queue().sendBatch(List.of(envelope)).join();
        DeliveryListener slow = new DeliveryListener() {
            @Override
            public List<Delivery> receiveBatch(List<Delivery> batch) {
                assertThat(ready.getCount()).isZero();
                return acknowledgeAll(batch);
            }

            @Override
            public void awaitReady() throws InterruptedException {
                ready.await();
            }
        };
        try (Subscription _ = queue().subscribeLane(Priority.LIVE, slow, 10)) {
            await().during(Duration.ofMillis(300)).until(received::isEmpty);
            ready.countDown();
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
    }

    private List<Delivery> sideline(List<Delivery> batch) {
        List<Delivery> done = queue().sidelineDeliveries(batch);
        received.addAll(done);
        return done;
    }

    private List<Delivery> acknowledgeAll(List<Delivery> batch) {
        received.addAll(batch);
        return batch;
    }

    private List<Delivery> only(SealedEnvelope done, List<Delivery> batch) {
        received.addAll(batch);
        return batch.stream()
                .filter(delivery -> delivery.body().equals(done.body()))
                .toList();
    }

    private List<Delivery> fail(List<Delivery> batch) {
        received.addAll(batch);
        throw new IllegalStateException("meant to fail");
    }

    private List<String> bodies() {
        return received.stream().map(Delivery::body).toList();
    }

    private static List<String> bodiesOf(List<SealedEnvelope> envelopes) {
        return envelopes.stream().map(SealedEnvelope::body).toList();
    }

    private static List<UUID> ids(List<SealedEnvelope> envelopes) {
        return envelopes.stream().map(SealedEnvelope::id).toList();
    }

    private static SealedEnvelope envelope() {
        return envelope(Priority.LIVE);
    }

    private static SealedEnvelope envelope(Priority lane) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", lane);
        draft.addSlot(
                EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText("hi \u0001 😀"), Instant.now())));
        return draft.sealDraft();
    }
}
