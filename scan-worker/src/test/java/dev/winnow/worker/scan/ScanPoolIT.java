package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.message.Envelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanPoolIT {
    private static final RuleSource RULES = new RuleSource("test.yar", """
            rule prize {
              meta:
                title = "A prize"
                category = "junk"
                weight = 80
              condition:
                true
            }""");

    private final ActiveRules rules =
            new ActiveRules(RuleCompiler.compile(List.of(RULES)).orThrow(), MessageScanners.SCAN_OPTIONS);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScanPool pool =
            new ScanPool(new MessageScanners(rules), new HeldTenants(), Clock.systemUTC(), 1, Duration.ZERO);

    /** Holds the scan thread before each message of the tenant "slow" until released. */
    private final class HeldTenants implements TenantDirectory {
        private final LiveTenants tenants = new LiveTenants(List.of());

        @Override
        public Optional<Tenant> findTenant(String id) {
            started.add(id);
            if (id.equals("slow")) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return tenants.findTenant(id);
        }

        @Override
        public Optional<Credential> authenticateKey(String key) {
            return tenants.authenticateKey(key);
        }

        @Override
        public Optional<Tenant> findByAppToken(String token) {
            return tenants.findByAppToken(token);
        }
    }

    @AfterEach
    void close() {
        release.countDown();
        callers.close();
        pool.close();
        rules.close();
    }

    @Test
    void finishesTheMessageOfAnotherTenantBeforeTheSlowTextsThatCameFirst() throws Exception {
        Future<?> first = scan("first slow", envelope("slow", 20), Map.of());
        await().until(() -> started.contains("slow"));
        Future<?> second = scan("second slow", envelope("slow", 20), Map.of());
        Future<?> other = scan("other", envelope("other", 1), Map.of());
        await().until(() -> pool.countWaiting() == 2);

        release.countDown();
        first.get();
        second.get();
        other.get();

        assertThat(finished.getFirst()).isEqualTo("other");
        assertThat(Collections.frequency(started, "slow")).isEqualTo(40);
    }

    @Test
    void leavesDecidedSlotsUnscanned() throws Exception {
        Verdict expired = new Verdict.Expired("late");

        assertThat(pool.scanEnvelope(envelope("other", 3), Map.of(0, expired, 2, expired))
                        .slots())
                .extracting(slot -> slot.verdict().getClass().getSimpleName())
                .containsExactly("Expired", "Judged", "Expired");
        assertThat(pool.scanEnvelope(envelope("other", 1), Map.of(0, expired)).slots())
                .hasSize(1);
        assertThat(started).containsExactly("other");
    }

    private Future<?> scan(String name, Envelope envelope, Map<Integer, Verdict> decided) {
        return callers.submit(() -> {
            var verdicts = pool.scanEnvelope(envelope, decided);
            finished.add(name);
            return verdicts;
        });
    }

    private static Envelope envelope(String tenant, int slots) {
        Envelope.Slot slot = new Envelope.Slot(tenant, SmsMessage.ofText("a prize"), Instant.now());
        return new Envelope(VerdictSamples.envelope(), tenant, Collections.nCopies(slots, slot));
    }
}
