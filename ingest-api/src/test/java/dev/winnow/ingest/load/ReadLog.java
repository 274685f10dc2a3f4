package dev.winnow.ingest.load;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that remembers when each envelope was asked for. Any thread. */
final class ReadLog implements VerdictStore {
    private final VerdictStore store;
    private final Map<UUID, List<Long>> reads = new ConcurrentHashMap<>();
    private final AtomicInteger largest = new AtomicInteger();

    ReadLog(VerdictStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        long now = System.nanoTime();
        largest.accumulateAndGet(envelopes.size(), Math::max);
        for (UUID envelope : envelopes) {
            reads.computeIfAbsent(envelope, _ -> new CopyOnWriteArrayList<>()).add(now);
        }
        return store.findVerdicts(envelopes);
    }

    /** How many envelopes the largest read asked for. */
    int largestBatch() {
        return largest.get();
    }

    /** How often the envelope that was read most often was read within so long a time, whenever that was. */
    int mostReadsWithin(Duration time) {
        return reads.values().stream()
                .mapToInt(times -> most(times, time.toNanos()))
                .max()
                .orElse(0);
    }

    private static int most(List<Long> times, long nanos) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= nanos) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        return store.saveVerdicts(verdicts);
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
