package dev.winnow.worker.poll;

import dev.winnow.fleet.WorkActivity;
import dev.winnow.message.Envelope;
import dev.winnow.pulse.Delays;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.HdrHistogram.Recorder;

/** The counters of the worker. Any thread. */
public final class WorkerMetrics implements WorkActivity {
    /** Between the API task's clock, which is in the envelope's id, and the queue's. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Timer age;
    private final Counter skewed;
    private final Counter sidelined;
    private final Counter buried;
    private final Counter retried;
    private final Recorder delays = new Recorder(Delays.MAX_MILLIS, Delays.DIGITS);
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong envelopes = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong failedMessages = new AtomicLong();
    private final AtomicLong incompleteMessages = new AtomicLong();
    private final LongAccumulator oldest = new LongAccumulator(Math::max, 0);
    private volatile BooleanSupplier storeAway = () -> false;

    public WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.age = Timer.builder("winnow.queue.age.first.receive")
                .description("time between send and first receive, by the queue's clock")
                .publishPercentileHistogram()
                .register(registry);
        this.skewed = registry.counter("winnow.clock.skewed.envelopes");
        this.sidelined = registry.counter("winnow.worker.sidelined.envelopes");
        this.buried = registry.counter("winnow.worker.buried.envelopes");
        this.retried = registry.counter("winnow.worker.failed.receives");
        registry.gauge("winnow.worker.in.flight.envelopes", inFlight);
    }

    /** Envelopes that are worked on now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Envelopes that were finished since the start. */
    public long envelopes() {
        return envelopes.get();
    }

    /** Messages that were finished since the start. */
    public long messages() {
        return messages.get();
    }

    /** Messages that got no verdict because they could not be scanned, since the start. */
    public long failedMessages() {
        return failedMessages.get();
    }

    /** Messages on which a rule could not be evaluated and was left out, since the start. */
    public long incompleteMessages() {
        return incompleteMessages.get();
    }

    /** Messages by outcome since the start: by category, {@code failed} and {@code expired}. */
    public Map<String, Long> messagesByOutcome() {
        return outcomes.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry ->
                (long) entry.getValue().count()));
    }

    /** Envelopes since the start that became dead letters. */
    public long buriedEnvelopes() {
        return (long) buried.count();
    }

    /** The times from accept to the end of the scan since this was last asked. */
    public Delays takeDelays() {
        return Delays.of(delays.getIntervalHistogram());
    }

    /** Whether work waits because the store does not answer. */
    public boolean isStoreAway() {
        return storeAway.getAsBoolean();
    }

    /** The oldest age at first receive since this was last asked. */
    public Duration takeOldestAge() {
        return Duration.ofMillis(oldest.getThenReset());
    }

    @Override
    public long receivedCount() {
        return received.get();
    }

    @Override
    public boolean isBusy() {
        return inFlight.get() > 0;
    }

    void watchStore(StoreGate store) {
        storeAway = () -> !store.isOpen();
        registry.gauge("winnow.store.away", this, metrics -> metrics.isStoreAway() ? 1 : 0);
    }

    void entered() {
        inFlight.incrementAndGet();
        received.incrementAndGet();
    }

    void recordReceive(Delivery delivery) {
        if (delivery.receiveCount() == 1) {
            Duration waited = Deadlines.ageOf(delivery);
            age.record(waited.isNegative() ? Duration.ZERO : waited);
            oldest.accumulate(waited.toMillis());
        }
    }

    void recordLeave() {
        inFlight.decrementAndGet();
    }

    void recordEnvelope(Delivery delivery, Envelope envelope) {
        long skew = Envelope.openedAtMillis(envelope.id()) - delivery.sentAt().toEpochMilli();
        if (!delivery.redriven() && Math.abs(skew) > TOLERATED_SKEW.toMillis()) {
            skewed.increment();
        }
    }

    void recordSave(EnvelopeVerdicts verdicts) {
        envelopes.incrementAndGet();
        messages.addAndGet(verdicts.slots().size());
        long scannedAt = verdicts.scannedAt().toEpochMilli();
        for (SlotVerdict slot : verdicts.slots()) {
            outcomes.computeIfAbsent(outcomeOf(slot), this::counterOf).increment();
            // Two clocks: the API task's and this worker's.
            delays.recordValue(Math.clamp(scannedAt - slot.acceptedAt().toEpochMilli(), 0, Delays.MAX_MILLIS));
        }
    }

    void recordSidelined(int count) {
        sidelined.increment(count);
    }

    void buried() {
        buried.increment();
    }

    void recordFailure() {
        retried.increment();
    }

    private Counter counterOf(String outcome) {
        return registry.counter("winnow.worker.messages", "outcome", outcome);
    }

    private String outcomeOf(SlotVerdict slot) {
        return switch (slot.verdict()) {
            case Verdict.Judged judged -> {
                incompleteMessages.addAndGet(judged.incomplete().isEmpty() ? 0 : 1);
                yield judged.category().token();
            }
            case Verdict.Failed _ -> {
                failedMessages.incrementAndGet();
                yield "failed";
            }
            case Verdict.Expired _ -> "expired";
        };
    }
}
