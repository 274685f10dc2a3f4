package dev.winnow.fleet;

import java.util.function.LongSupplier;

/** How much a number that begins at zero and only grows has grown since it was last asked about. One thread at a time. */
public final class SinceLast {
    private final LongSupplier total;
    private long last;

    /** The first growth is all that was counted before, so that nothing is left out that happened while a process starts. */
    public SinceLast(LongSupplier total) {
        this.total = total;
    }

    /** The growth since the last call. */
    public long takeGrowth() {
        long now = total.getAsLong();
        long growth = now - last;
        last = now;
        return growth;
    }
}
