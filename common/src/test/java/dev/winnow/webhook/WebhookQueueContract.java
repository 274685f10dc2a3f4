package dev.winnow.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The contract of every {@link WebhookQueue}, with one subclass for each adapter. */
public abstract class WebhookQueueContract {
    private final WebhookNotice notice = WebhookSamples.notice("acme");
    private final ConcurrentLinkedQueue<Delivery> received = new ConcurrentLinkedQueue<>();

    /** The queue under test, empty. */
    protected abstract WebhookQueue queue();

    /** Makes the queue deliver again soon each notice that was delivered and not acknowledged. */
    protected abstract void endVisibility();

    @Test
    void deliversEachNotice() {
        queue().sendNotice(notice);

        try (Subscription _ = queue().subscribe(this::acknowledge, 10)) {
            await().untilAsserted(() -> assertThat(notices()).containsExactly(notice));
        }
    }

    @Test
    void deliversAgainADeliveryThatWasNotAcknowledged() {
        queue().sendNotice(notice);
        try (Subscription _ = queue().subscribe(this::fail, 10)) {
            await().untilAsserted(() -> assertThat(notices()).containsExactly(notice));
        }
        received.clear();
        endVisibility();

        try (Subscription _ = queue().subscribe(this::acknowledge, 10)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(notices()).containsExactly(notice));
        }
    }

    @Test
    void takesDeadLetters() {
        Delivery delivery = new Delivery("receipt", "not a notice", 5, Instant.now(), Instant.now());

        queue().buryLetter(new DeadLetter(delivery, "nobody can read it", Instant.now(), "none"));

        try (Subscription _ = queue().subscribe(this::acknowledge, 10)) {
            await().during(Duration.ofMillis(300)).until(received::isEmpty);
        }
    }

    private List<Delivery> acknowledge(List<Delivery> batch) {
        received.addAll(batch);
        return batch;
    }

    private List<Delivery> fail(List<Delivery> batch) {
        received.addAll(batch);
        throw new IllegalStateException("meant to fail");
    }

    private List<WebhookNotice> notices() {
        return received.stream()
                .map(delivery -> WebhookJson.readValue(delivery.body(), WebhookNotice.class))
                .toList();
    }
}
