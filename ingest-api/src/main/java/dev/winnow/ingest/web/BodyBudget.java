package dev.winnow.ingest.web;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the bodies of all requests in progress may take together, small ones aside. Any thread. */
final class BodyBudget {
    /** A body up to this size is not counted: the number of connections bounds what these can take. */
    static final int FREE_BYTES = 4 * 1_024;

    private static final long PART_OF_HEAP = 8;

    private final AtomicLong left;

    /**
     * All of it is free.
     *
     * @param bytes at least 1
     */
    BodyBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** An eighth of the heap. */
    static BodyBudget ofHeap() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Whether so many bytes were left; they are taken then. */
    boolean tryTake(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    /** Gives back what was taken. */
    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
