package dev.winnow.ingest.lookup;

import dev.winnow.time.ManualTimers;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Remembers the time of each read and how many keys it had, and holds reads when told to. */
final class CountedStore implements VerdictStore {
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    final List<Long> millis = new CopyOnWriteArrayList<>();
    volatile CountDownLatch held = new CountDownLatch(0);
    private final VerdictStore store;
    private final ManualTimers timers;

    CountedStore(VerdictStore store, ManualTimers timers) {
        this.store = store;
        this.timers = timers;
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        return store.saveVerdicts(verdicts);
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        millis.add(TimeUnit.NANOSECONDS.toMillis(timers.nanoTime()));
        batches.add(envelopes.size());
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return store.findVerdicts(envelopes);
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        return store.replaceVerdicts(next);
    }

    @Override
    public void close() {
        store.close();
    }
}
