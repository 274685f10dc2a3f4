package dev.winnow.ingest.tomcat;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all requests in progress may take together, without small bodies. Any thread. */
public final class BodyBudget {
    /** A body up to this size is not counted: the number of connections bounds the memory of small bodies. */
    static final int FREE_BYTES = 4 * 1_024;

    private static final long PART_OF_HEAP = 8;

    private final AtomicLong left;

    /**
     * A budget of which all is free.
     *
     * @param bytes at least 1
     */
    BodyBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** An eighth of the heap. */
    public static BodyBudget ofHeap() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Takes so many bytes; false if fewer are left. */
    boolean tryTake(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    /** Gives bytes back. */
    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
