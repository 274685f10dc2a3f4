package dev.winnow.ingest.tomcat;

/** How many connections are open at a time: as many as half the heap holds while each has a request that is half read. */
public final class ConnectionLimit {
    /** Measured with heads that stop in the middle: 14,400 of them use up 512 MB. */
    private static final long BYTES_EACH = 32 * 1_024;

    private static final int MOST = 20_000;

    private ConnectionLimit() {}

    /** The limit for the heap of this process. */
    public static int ofHeap() {
        return of(Runtime.getRuntime().maxMemory());
    }

    static int of(long heapBytes) {
        return Math.clamp(heapBytes / 2 / BYTES_EACH, 1, MOST);
    }
}
