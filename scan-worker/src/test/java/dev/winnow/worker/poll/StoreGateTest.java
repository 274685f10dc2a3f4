package dev.winnow.worker.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.InMemoryCrashMarks;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoreGateTest {
    private final AtomicInteger tries = new AtomicInteger();

    /** A store that answers first with faults that its port does not name. */
    private final class FaultyAtFirst implements CrashMarks {
        private final CrashMarks store = new InMemoryCrashMarks();

        @Override
        public void markSlots(UUID envelope, Set<Integer> slots) {
            switch (tries.getAndIncrement()) {
                case 0 -> throw new CancellationException("the call took too long");
                case 1 -> throw new IllegalStateException("connection pool shut down");
                default -> store.markSlots(envelope, slots);
            }
        }

        @Override
        public Set<Integer> findMarks(UUID envelope) {
            return store.findMarks(envelope);
        }
    }

    @Test
    void opensAgainAfterAProbeFailedUnexpectedly() throws InterruptedException {
        StoreGate gate = new StoreGate(new FaultyAtFirst());
        AtomicInteger calls = new AtomicInteger();

        String answer = gate.callStore(() -> {
            if (calls.getAndIncrement() == 0) {
                throw new StoreUnavailableException("away", new IllegalStateException("away"));
            }
            return "back";
        });

        assertThat(answer).isEqualTo("back");
        assertThat(tries).hasValue(3);
        await().atMost(Duration.ofSeconds(5)).until(gate::isOpen);
    }
}
