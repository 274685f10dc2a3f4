package dev.winnow.verdict;

import dev.winnow.store.StoreUnavailableException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@link CrashMarks} in memory that pass the same contract test as the real ones, and that can be out of reach. Any thread. */
public final class InMemoryCrashMarks implements CrashMarks {
    private final Map<UUID, Set<Integer>> marks = new ConcurrentHashMap<>();

    private volatile boolean down;

    @Override
    public void markSlots(UUID envelope, Set<Integer> slots) {
        requireUp();
        marks.put(envelope, Set.copyOf(slots));
    }

    @Override
    public Set<Integer> findMarks(UUID envelope) {
        requireUp();
        return marks.getOrDefault(envelope, Set.of());
    }

    /** Makes every call fail from now on. */
    public void goDown() {
        down = true;
    }

    /** Ends {@link #goDown}. */
    public void comeBack() {
        down = false;
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
