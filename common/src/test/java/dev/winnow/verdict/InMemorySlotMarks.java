package dev.winnow.verdict;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@link SlotMarks} in memory that pass the same contract test as the real ones. Any thread. */
public final class InMemorySlotMarks implements SlotMarks {
    private final Map<UUID, Set<Integer>> marks = new ConcurrentHashMap<>();

    @Override
    public void mark(UUID envelope, Set<Integer> slots) {
        marks.put(envelope, Set.copyOf(slots));
    }

    @Override
    public Set<Integer> marked(UUID envelope) {
        return marks.getOrDefault(envelope, Set.of());
    }
}
