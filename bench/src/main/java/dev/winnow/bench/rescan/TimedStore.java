package dev.winnow.bench.rescan;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** A store that notes how long each message took from its acceptance to its stored verdict, and counts replaced items. Any thread. */
final class TimedStore implements VerdictStore {
    private final VerdictStore store;
    private final LongAdder replaced = new LongAdder();
    private List<Double> millis = new ArrayList<>();

    TimedStore(VerdictStore store) {
        this.store = store;
    }

    /** The times since the last call, in milliseconds. */
    synchronized List<Double> takeMillis() {
        List<Double> taken = millis;
        millis = new ArrayList<>();
        return taken;
    }

    long countReplaced() {
        return replaced.sum();
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        SaveOutcome outcome = store.saveVerdicts(verdicts);
        Instant now = Instant.now();
        synchronized (this) {
            for (SlotVerdict slot : verdicts.slots()) {
                millis.add(Duration.between(slot.acceptedAt(), now).toNanos() / 1e6);
            }
        }
        return outcome;
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        replaced.increment();
        return store.replaceVerdicts(next);
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        return store.findVerdicts(envelopes);
    }

    @Override
    public void close() {
        store.close();
    }
}
