package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.InMemoryEnvelopeQueue;
import dev.winnow.queue.Subscription;
import dev.winnow.tenant.Tenants;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.InMemoryVerdictStore;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.ScanPool;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.ScanOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvelopeWorkerIT {
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

    private final InMemoryEnvelopeQueue queue = new InMemoryEnvelopeQueue();
    private final InMemoryVerdictStore store = new InMemoryVerdictStore();
    private final ActiveRules rules =
            new ActiveRules(RuleCompiler.compile(List.of(RULES)).orThrow(), ScanOptions.DEFAULT);
    private final ScanPool scans =
            new ScanPool(new MessageScanners(rules), new Tenants(List.of()), Clock.systemUTC(), 2);
    private final EnvelopeWorker worker = new EnvelopeWorker(scans, store);

    @AfterEach
    void close() {
        worker.close();
        scans.close();
        rules.close();
    }

    @Test
    void savesOneVerdictForEachSlotAndAcknowledges() {
        SealedEnvelope envelope = envelope("You won a prize", "See you at eight");
        queue.send(List.of(envelope)).join();

        try (Subscription _ = queue.subscribe(worker, 10)) {
            await().untilAsserted(() -> assertThat(queue.bodies()).isEmpty());
        }

        assertThat(stored(envelope).slots())
                .extracting(slot -> ((Verdict.Judged) slot.verdict()).category())
                .containsExactly(Category.JUNK, Category.CLEAN);
    }

    @Test
    void keepsEnvelopeOnQueueWhenStoreIsDown() {
        SealedEnvelope envelope = envelope("You won a prize");
        store.goDown();

        assertThat(worker.receive(List.of(delivery(envelope.body(), 1)))).isEmpty();

        store.comeBack();
        Delivery again = delivery(envelope.body(), 2);
        assertThat(worker.receive(List.of(again))).containsExactly(again);
        assertThat(stored(envelope).slots()).hasSize(1);
    }

    @Test
    void acknowledgesARedeliveryWhoseVerdictsAreThereAndKeepsThem() {
        SealedEnvelope envelope = envelope("You won a prize");
        EnvelopeVerdicts first = VerdictSamples.ofEveryKind(envelope.id());
        store.save(first);
        Delivery again = delivery(envelope.body(), 2);

        assertThat(worker.receive(List.of(again))).containsExactly(again);

        assertThat(stored(envelope)).isEqualTo(first);
    }

    @Test
    void keepsTheFirstOutcomeWhenTwoWorkersHaveTheSameEnvelope() {
        SealedEnvelope envelope = envelope("You won a prize");
        Delivery one = delivery(envelope.body(), 1);
        Delivery other = new Delivery("other", envelope.body(), 1, Instant.now(), Instant.now());

        assertThat(worker.receive(List.of(one, other))).containsExactly(one, other);

        assertThat(stored(envelope).revision()).isEqualTo(1);
    }

    @Test
    void leavesWhatItCannotReadAndWorksOnTheRest() {
        SealedEnvelope good = envelope("hi");
        Delivery goodDelivery = delivery(good.body(), 1);
        Delivery bad = new Delivery("bad", "not an envelope", 1, Instant.now(), Instant.now());

        assertThat(worker.receive(List.of(bad, goodDelivery))).containsExactly(goodDelivery);
    }

    @Test
    void failsMessagesWithoutRulesInsteadOfCallingThemClean() {
        SealedEnvelope envelope = envelope("hi");
        ActiveRules weightless = new ActiveRules(
                RuleCompiler.compile(List.of(new RuleSource("w.yar", "private rule w { condition: true }")))
                        .orThrow(),
                ScanOptions.DEFAULT);
        try (ScanPool pool =
                        new ScanPool(new MessageScanners(weightless), new Tenants(List.of()), Clock.systemUTC(), 1);
                EnvelopeWorker weak = new EnvelopeWorker(pool, store)) {
            weak.receive(List.of(delivery(envelope.body(), 1)));
        }
        weightless.close();

        assertThat(stored(envelope).slots().getFirst().verdict()).isInstanceOf(Verdict.Failed.class);
    }

    private EnvelopeVerdicts stored(SealedEnvelope envelope) {
        UUID id = envelope.id();
        return java.util.Objects.requireNonNull(store.find(List.of(id)).get(id));
    }

    private static Delivery delivery(String body, int receiveCount) {
        return new Delivery("receipt", body, receiveCount, Instant.now(), Instant.now());
    }

    private static SealedEnvelope envelope(String... texts) {
        EnvelopeDraft draft = new EnvelopeDraft(VerdictSamples.envelope(), "g1", Priority.LIVE);
        for (String text : texts) {
            draft.add(EnvelopeCodec.encode(new Envelope.Slot("demo", SmsMessage.of(text), Instant.now())));
        }
        return draft.seal();
    }
}
