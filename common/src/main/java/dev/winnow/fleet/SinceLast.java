package dev.winnow.fleet;

import java.util.function.LongSupplier;

/** Measures the growth of a number that begins at zero and only grows. One thread at a time. */
public final class SinceLast {
    private final LongSupplier total;
    private long last;

    /** Measures from zero, so that the first growth includes all events of the start of the process. */
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
