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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link EnvelopeQueue} must do; one subclass per adapter. */
public abstract class EnvelopeQueueContract {
    private final Collection<Delivery> received = new ConcurrentLinkedQueue<>();

    /** An empty queue. */
    protected abstract EnvelopeQueue queue();

    /** Ends the visibility time of what was delivered, or waits until it ends. */
    protected abstract void endVisibility();

    @Test
    void deliversWhatItConfirmed() {
        List<SealedEnvelope> sent =
                Stream.generate(EnvelopeQueueContract::envelope).limit(10).toList();

        SendResult result = queue().send(sent).join();

        assertThat(result.refused()).isEmpty();
        assertThat(result.confirmed()).containsExactlyInAnyOrderElementsOf(ids(sent));
        try (Subscription _ = queue().subscribe(this::acknowledgeAll, 20)) {
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
    void deliversAgainWhatWasNotAcknowledged() {
        SealedEnvelope good = envelope();
        SealedEnvelope bad = envelope();
        queue().send(List.of(good, bad)).join();
        try (Subscription _ = queue().subscribe(batch -> only(good, batch), 20)) {
            await().untilAsserted(() -> assertThat(bodies()).contains(good.body(), bad.body()));
        }
        received.clear();
        endVisibility();

        try (Subscription _ = queue().subscribe(this::acknowledgeAll, 20)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(bodies()).containsExactly(bad.body()));
        }
        assertThat(received)
                .allSatisfy(delivery -> assertThat(delivery.receiveCount()).isGreaterThan(1));
    }

    @Test
    void deliversAgainWhenTheListenerFails() {
        SealedEnvelope envelope = envelope();
        queue().send(List.of(envelope)).join();
        try (Subscription _ = queue().subscribe(this::fail, 20)) {
            await().untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
        received.clear();
        endVisibility();

        try (Subscription _ = queue().subscribe(this::acknowledgeAll, 20)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(bodies()).containsExactly(envelope.body()));
        }
    }

    @Test
    void closesQuicklyWhileNothingComes() {
        Subscription subscription = queue().subscribe(this::acknowledgeAll, 20);
        Instant start = Instant.now();

        subscription.close();
        subscription.close();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
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
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", Priority.LIVE);
        draft.add(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.of("hi \u0001 😀"), Instant.now())));
        return draft.seal();
    }
}
