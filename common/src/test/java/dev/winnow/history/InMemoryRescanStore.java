package dev.winnow.history;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rescans in memory, for tests. Any thread. */
public final class InMemoryRescanStore implements RescanStore {
    private final Map<String, StoredRescan> rescans = new HashMap<>();
    private final Clock clock;
    private boolean isDown;

    public InMemoryRescanStore(Clock clock) {
        this.clock = clock;
    }

    /** Lets each call fail, or no more. */
    public synchronized void setDown(boolean down) {
        isDown = down;
    }

    @Override
    public synchronized boolean saveRescan(StoredRescan rescan) {
        requireUp();
        StoredRescan stored = rescans.get(rescan.id());
        long before = stored == null ? 0 : stored.revision();
        if (before != rescan.revision() - 1) {
            return false;
        }
        rescans.put(rescan.id(), rescan);
        return true;
    }

    @Override
    public synchronized List<StoredRescan> listRescans() {
        requireUp();
        Instant now = clock.instant();
        return rescans.values().stream()
                .filter(rescan -> now.isBefore(rescan.expiresAt()))
                .sorted(Comparator.comparing(StoredRescan::startedAt).thenComparing(StoredRescan::id))
                .toList();
    }

    private void requireUp() {
        if (isDown) {
            throw new StoreUnavailableException("the test took the store away", new IllegalStateException());
        }
    }
}
