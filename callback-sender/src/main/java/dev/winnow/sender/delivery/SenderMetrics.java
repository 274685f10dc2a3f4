package dev.winnow.sender.delivery;

import dev.winnow.webhook.DueWebhooks.Claim;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAccumulator;

/** The counters of the callback sender. Any thread. */
public final class SenderMetrics {
    private final Counter delivered;
    private final Counter failed;
    private final Counter givenUp;
    private final Counter disabled;
    private final Timer lateness;
    private final LongAccumulator latest = new LongAccumulator(Math::max, 0);
    private volatile long sweptAt = System.nanoTime();

    public SenderMetrics(MeterRegistry registry) {
        this.delivered = newCalls(registry, "delivered");
        this.failed = newCalls(registry, "failed");
        this.givenUp = Counter.builder("winnow.callbacks.given.up")
                .description("Webhooks that are not tried again automatically")
                .register(registry);
        this.disabled = Counter.builder("winnow.callbacks.disabled.endpoints")
                .description("Endpoints that were disabled because they are gone or failed for days")
                .register(registry);
        this.lateness = Timer.builder("winnow.callbacks.lateness")
                .description("Time between when a call was due and its claim")
                .register(registry);
        Gauge.builder(
                        "winnow.callbacks.sweep.age",
                        this,
                        metrics -> metrics.sinceSweep().toMillis() / 1000.0)
                .description("Time since the last search for due webhooks")
                .baseUnit("seconds")
                .register(registry);
    }

    private static Counter newCalls(MeterRegistry registry, String outcome) {
        return Counter.builder("winnow.callbacks.calls")
                .description("Attempts to deliver a webhook, pings included")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** The number of calls that endpoints took since the start, pings included. */
    public long delivered() {
        return (long) delivered.count();
    }

    /** The number of failed calls since the start, pings included. */
    public long failed() {
        return (long) failed.count();
    }

    /** The number of calls since the start that became dead letters of their endpoint. */
    public long givenUp() {
        return (long) givenUp.count();
    }

    /** The number of endpoints since the start that a call disabled, because the endpoint is gone or failed for days. */
    public long disabledEndpoints() {
        return (long) disabled.count();
    }

    /**
     * The largest delay of a due call that was claimed since the last call of this method, and at least the time since the last sweep of
     * all shards. A sender that is full or has no store claims nothing, and must not look punctual.
     */
    public Duration takeDueAge() {
        Duration claimed = Duration.ofMillis(latest.getThenReset());
        Duration unswept = sinceSweep();
        return claimed.compareTo(unswept) > 0 ? claimed : unswept;
    }

    void recordCall(boolean wasDelivered) {
        (wasDelivered ? delivered : failed).increment();
    }

    void gaveUp() {
        givenUp.increment();
    }

    void disabledEndpoint() {
        disabled.increment();
    }

    void recordClaim(Claim claim, Instant now) {
        Duration late = Duration.between(claim.dueAt(), now);
        lateness.record(late);
        latest.accumulate(late.toMillis());
    }

    void recordSweep() {
        sweptAt = System.nanoTime();
    }

    private Duration sinceSweep() {
        return Duration.ofNanos(System.nanoTime() - sweptAt);
    }
}
