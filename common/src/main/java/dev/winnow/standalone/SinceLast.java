package dev.winnow.standalone;

import java.util.function.LongSupplier;

/** How much a number that only grows has grown since it was last asked about. One thread at a time. */
public final class SinceLast {
    private final LongSupplier total;
    private long last;

    /** Begins at what the number is now. */
    public SinceLast(LongSupplier total) {
        this.total = total;
        this.last = total.getAsLong();
    }

    /** The growth since the last call, or since the start. */
    public long take() {
        long now = total.getAsLong();
        long growth = now - last;
        last = now;
        return growth;
    }
}
