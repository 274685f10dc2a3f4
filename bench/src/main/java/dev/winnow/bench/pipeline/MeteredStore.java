package dev.winnow.bench.pipeline;

import dev.winnow.bench.Pause;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictsCodec;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** A store with added delays that counts its writes as DynamoDB bills them: one unit for each begun KiB of an item. */
final class MeteredStore implements VerdictStore {
    private static final int UNIT = 1_024;

    private final VerdictStore store;
    private final Supplier<Delays> delays;
    private final LongAdder writeUnits = new LongAdder();

    MeteredStore(VerdictStore store, Supplier<Delays> delays) {
        this.store = store;
        this.delays = delays;
    }

    long writeUnits() {
        return writeUnits.sum();
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        countVerdicts(verdicts);
        Pause.pauseFor(delays.get().write());
        return store.saveVerdicts(verdicts);
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        countVerdicts(next);
        Pause.pauseFor(delays.get().write());
        return store.replaceVerdicts(next);
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        Pause.pauseFor(delays.get().read());
        return store.findVerdicts(envelopes);
    }

    @Override
    public void close() {
        store.close();
    }

    private void countVerdicts(EnvelopeVerdicts verdicts) {
        writeUnits.add((VerdictsCodec.encode(verdicts).length + UNIT - 1) / UNIT);
    }
}
