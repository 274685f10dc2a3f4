package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link VerdictStore} in memory that passes the same contract test as the real ones. {@link #goDown} makes it fail like a store that
 * is out of reach; {@link #reads} counts. Any thread.
 */
public final class InMemoryVerdictStore implements VerdictStore {
    private final Map<UUID, byte[]> items = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger keysRead = new AtomicInteger();
    private volatile boolean down;

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        requireUp();
        byte[] stored = items.putIfAbsent(verdicts.envelope(), VerdictsCodec.encode(verdicts));
        return stored == null
                ? new SaveOutcome.Saved()
                : new SaveOutcome.AlreadySaved(VerdictsCodec.decode(verdicts.envelope(), stored));
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        requireUp();
        UUID envelope = next.envelope();
        byte[] stored = items.get(envelope);
        if (stored == null) {
            return new ReplaceOutcome.Missing();
        }
        EnvelopeVerdicts old = VerdictsCodec.decode(envelope, stored);
        return old.revision() == next.revision() - 1 && items.replace(envelope, stored, VerdictsCodec.encode(next))
                ? new ReplaceOutcome.Replaced()
                : new ReplaceOutcome.Outdated(VerdictsCodec.decode(envelope, items.getOrDefault(envelope, stored)));
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        requireUp();
        if (envelopes.size() > MAX_FIND) {
            throw new IllegalArgumentException(
                    "findVerdicts takes at most " + MAX_FIND + " envelopes, got " + envelopes.size());
        }
        reads.incrementAndGet();
        keysRead.addAndGet(envelopes.size());
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        for (UUID envelope : envelopes) {
            byte[] item = items.get(envelope);
            if (item != null) {
                found.put(envelope, VerdictsCodec.decode(envelope, item));
            }
        }
        return found;
    }

    /** Makes every call fail from now on. */
    public void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public void comeBack() {
        down = false;
    }

    /** The number of batch reads. */
    public int reads() {
        return reads.get();
    }

    /** The number of envelopes that all batch reads together asked for. */
    public int keysRead() {
        return keysRead.get();
    }

    @Override
    public void close() {
        items.clear();
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
