package dev.winnow.worker.poll;

import dev.winnow.fleet.WorkActivity;
import dev.winnow.message.Envelope;
import dev.winnow.pulse.Delays;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.HdrHistogram.Recorder;

/** The counters of the worker. Any thread. */
public final class WorkerMetrics implements WorkActivity {
    /** Between the API task's clock, which is in the envelope's id, and the queue's. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

    /** The bounds of the times to a receive and to a verdict. */
    private static final Duration[] VERDICT_BOUNDS = LongStream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Outcome FAILED = new Outcome("failed", "none");
    private static final Outcome EXPIRED = new Outcome("expired", "none");

    /** The labels under which a verdict is counted. */
    private record Outcome(String category, String decidedBy) {}

    private final MeterRegistry registry;
    private final Timer age;
    private final Timer verdictTime;
    private final Counter skewed;
    private final Counter sidelined;
    private final Counter buried;
    private final Counter retried;
    private final Recorder delays = new Recorder(Delays.MAX_MILLIS, Delays.DIGITS);
    private final Map<Outcome, Counter> outcomes = new ConcurrentHashMap<>();
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
                .description("Time between send and first receive of an envelope, by the queue's clock")
                .serviceLevelObjectives(VERDICT_BOUNDS)
                .register(registry);
        // An alert on failures needs the counter before the first one.
        outcomes.put(FAILED, counterOf(FAILED));
        this.verdictTime = Timer.builder("winnow.verdict.time")
                .description("Time between accepting an envelope of messages and saving its verdicts")
                .serviceLevelObjectives(VERDICT_BOUNDS)
                .register(registry);
        this.skewed =
                newCounter("winnow.clock.skewed.envelopes", "Envelopes whose id and queue disagree about the time");
        this.sidelined = newCounter(
                "winnow.worker.sidelined.envelopes", "Live envelopes that were too old and wait on the bulk lane");
        this.buried = newCounter("winnow.worker.buried.envelopes", "Envelopes that became dead letters");
        this.retried = newCounter("winnow.worker.failed.receives", "Envelopes that failed and go back to the queue");
        FunctionCounter.builder("winnow.worker.incomplete.messages", incompleteMessages, AtomicLong::get)
                .description("Messages for which a rule was skipped")
                .register(registry);
        Gauge.builder("winnow.worker.in.flight.envelopes", inFlight, AtomicInteger::get)
                .description("Envelopes that are worked on now")
                .register(registry);
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
        return outcomes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().category(),
                        entry -> (long) entry.getValue().count(),
                        Long::sum));
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
        Gauge.builder("winnow.store.away", this, metrics -> metrics.isStoreAway() ? 1 : 0)
                .description("1 while work waits because the verdict store does not answer")
                .register(registry);
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
        long taken = System.currentTimeMillis() - Envelope.openedAtMillis(verdicts.envelope());
        verdictTime.record(Math.max(0, taken), TimeUnit.MILLISECONDS);
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

    private Counter counterOf(Outcome outcome) {
        return Counter.builder("winnow.verdicts")
                .description("Saved verdicts by category, failed and expired included, and by the reason that decided")
                .tag("category", outcome.category())
                .tag("decided_by", outcome.decidedBy())
                .register(registry);
    }

    private Counter newCounter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Outcome outcomeOf(SlotVerdict slot) {
        return switch (slot.verdict()) {
            case Verdict.Judged judged -> {
                incompleteMessages.addAndGet(judged.incomplete().isEmpty() ? 0 : 1);
                yield new Outcome(judged.category().token(), judged.decidedBy().token());
            }
            case Verdict.Failed _ -> {
                failedMessages.incrementAndGet();
                yield FAILED;
            }
            case Verdict.Expired _ -> EXPIRED;
        };
    }
}
