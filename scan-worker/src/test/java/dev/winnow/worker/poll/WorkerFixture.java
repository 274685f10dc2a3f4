package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryCrashMarks;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** A worker on stores and queues in memory, with one rule. */
abstract class WorkerFixture {
    private static final RuleSource RULES = new RuleSource("test.yar", """
            rule prize {
              meta:
                title = "A prize"
                category = "junk"
                weight = 80
              strings:
                $prize = "prize" nocase
              condition:
                $prize
            }""");

    final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
    final InMemoryVerdictStore store = new InMemoryVerdictStore();
    final InMemoryCrashMarks marks = new InMemoryCrashMarks();
    final LiveTenants tenants = new LiveTenants(List.of());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ToldVerdicts told = new ToldVerdicts();
    final ActiveRules rules =
            new ActiveRules(RuleCompiler.compile(List.of(RULES)).orThrow(), ScanOptions.DEFAULT);
    final ScanPool scans = new ScanPool(new MessageScanners(rules), tenants, Clock.systemUTC(), 2);
    final EnvelopeConsumer lanes = new EnvelopeConsumer(
            queue, scans, store, marks, tenants, told, new WorkerMetrics(meters), Duration.ofSeconds(60));

    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        store.comeBack();
        marks.comeBack();
        background.close();
        lanes.close();
        scans.close();
        rules.close();
    }

    double count(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    EnvelopeVerdicts stored(SealedEnvelope envelope) {
        UUID id = envelope.id();
        return java.util.Objects.requireNonNull(store.findVerdicts(List.of(id)).get(id));
    }

    static Delivery delivery(SealedEnvelope envelope, int receiveCount) {
        return new Delivery("receipt", envelope.body(), receiveCount, Instant.now(), Instant.now());
    }

    static SealedEnvelope envelope(String... texts) {
        return envelope(Priority.LIVE, texts);
    }

    static SealedEnvelope envelope(Priority lane, String... texts) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", lane);
        List<String> all = new ArrayList<>(List.of(texts));
        all.forEach(text ->
                draft.addSlot(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now()))));
        return draft.sealDraft();
    }
}
