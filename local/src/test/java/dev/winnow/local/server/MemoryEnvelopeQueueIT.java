package dev.winnow.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.EnvelopeQueueContract;
import dev.winnow.queue.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryEnvelopeQueueIT extends EnvelopeQueueContract {
    private final MemoryEnvelopeQueue queue = new MemoryEnvelopeQueue();

    @Test
    void countsTheAgeOfAnEnvelopeThatWaitedInTheSpoolFromItsOpening() throws InterruptedException {
        Instant opened = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        UUID id = new UUID(opened.toEpochMilli() << 16 | 0x7000, 1L << 63);
        BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();

        queue.sendBatch(List.of(new SealedEnvelope(id, "g", Priority.LIVE, 1, "{}")))
                .join();

        try (Subscription _ = queue.subscribeLane(
                Priority.LIVE,
                batch -> {
                    received.addAll(batch);
                    return batch;
                },
                1)) {
            Delivery delivery = Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS));
            assertThat(delivery.sentAt()).isEqualTo(opened);
        }
    }

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The pause after the first receive is two seconds at most.
    }
}
