package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.EnvelopeVerdicts;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoisonIsolationIT {
    private final ActiveRules rules = new ActiveRules(
            RuleCompiler.compile(List.of(new RuleSource("a.yar", "rule a { condition: false }")))
                    .orThrow(),
            ScanOptions.DEFAULT);
    private final ScanPool scans =
            new ScanPool(new MessageScanners(rules), new LiveTenants(List.of()), Clock.systemUTC(), 2);

    @AfterEach
    void close() {
        scans.close();
        rules.close();
    }

    @Test
    void letsOtherEnvelopesScanBetweenTwoSlotsOfASuspect() throws Exception {
        OtherEnvelope other = new OtherEnvelope();
        PoisonIsolation isolation = new PoisonIsolation(scans, other, new StoreGate(other));
        other.isolation = isolation;

        EnvelopeVerdicts verdicts = isolation.scanAlone(envelope("one", "two", "three"), Map.of());

        assertThat(verdicts.slots()).hasSize(3);
        assertThat(other.verdicts).isCompleted();
        assertThat(other.marked.values()).containsOnly(Set.of());
    }

    /** Marks that begin another scan while the first slot is marked, and wait for its end before the second is. */
    private static final class OtherEnvelope implements CrashMarks {
        private final Map<UUID, Set<Integer>> marked = new ConcurrentHashMap<>();
        private final CompletableFuture<EnvelopeVerdicts> verdicts = new CompletableFuture<>();
        private @Nullable PoisonIsolation isolation;

        @Override
        public void markSlots(UUID envelope, Set<Integer> slots) {
            if (slots.contains(0)) {
                PoisonIsolation shared = Objects.requireNonNull(isolation);
                Thread thread = Thread.ofPlatform().start(() -> scan(shared));
                await().until(() -> thread.getState() == Thread.State.WAITING);
            } else if (slots.contains(1)) {
                await().until(verdicts::isDone);
                assertThat(marked.values()).containsOnly(Set.of());
            }
            marked.put(envelope, slots);
        }

        private void scan(PoisonIsolation shared) {
            try {
                verdicts.complete(shared.scanWithOthers(envelope("other"), Map.of()));
            } catch (Exception e) {
                verdicts.completeExceptionally(e);
            }
        }

        @Override
        public Set<Integer> findMarks(UUID envelope) {
            return Set.of();
        }
    }

    private static Envelope envelope(String... texts) {
        return new Envelope(
                VerdictSamples.envelope(),
                "g1",
                Stream.of(texts)
                        .map(text -> new Envelope.Slot("demo", SmsMessage.ofText(text), Instant.now()))
                        .toList());
    }
}
