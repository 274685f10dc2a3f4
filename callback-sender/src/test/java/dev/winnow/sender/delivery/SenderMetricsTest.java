package dev.winnow.sender.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.webhook.DueWebhooks.Claim;
import dev.winnow.webhook.WebhookSamples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SenderMetricsTest {
    private final SenderMetrics metrics = new SenderMetrics(new SimpleMeterRegistry());

    @Test
    void reportTheLargestDelayOnce() {
        Instant now = Instant.now();
        metrics.recordClaim(claim(now.minusSeconds(600)), now);
        metrics.recordClaim(claim(now.minusSeconds(60)), now);

        assertThat(metrics.takeDueAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(metrics.takeDueAge()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void reportAGrowingAgeWhileNoSweepIsFinished() {
        await().until(() -> metrics.takeDueAge().compareTo(Duration.ofMillis(200)) > 0);

        metrics.recordSweep();

        assertThat(metrics.takeDueAge()).isLessThan(Duration.ofMillis(200));
    }

    private static Claim claim(Instant dueAt) {
        return new Claim(WebhookSamples.webhook("whe_1"), dueAt, UUID.randomUUID());
    }
}
