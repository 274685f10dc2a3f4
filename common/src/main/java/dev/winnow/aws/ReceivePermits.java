package dev.winnow.aws;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the places for deliveries. Places are taken before a receive, so that no delivery waits hidden for a place. While the queue is
 * empty one long poll is under way; after a receive with deliveries there are as many as there are places for. Any thread.
 */
final class ReceivePermits {
    /** The most messages of one receive (SQS quota). */
    static final int BATCH = 10;

    private final int maxBatches;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int polls;
    private int working;
    private boolean idle = true;
    private boolean stopped;
    private long changedAt = System.nanoTime();

    /**
     * Begins with all places free.
     *
     * @param concurrency the most deliveries that are held at once; rounded up to whole receives of {@value #BATCH}
     */
    ReceivePermits(int concurrency) {
        this.maxBatches = Math.max(1, (concurrency + BATCH - 1) / BATCH);
    }

    /** Waits for the places of one receive and takes them; false once stopped. */
    boolean takePlaces() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped && !mayPoll()) {
                changed.await();
            }
            if (!stopped) {
                polls++;
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a receive that brought so many deliveries, which keep their places until {@link #releaseFinished}. */
    void releaseUnused(int deliveries) {
        lock.lock();
        try {
            polls--;
            working += deliveries;
            idle = deliveries == 0;
            changedAt = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Frees the places of deliveries that were acknowledged or left to come again. */
    void releaseFinished(int deliveries) {
        lock.lock();
        try {
            working -= deliveries;
            changedAt = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The time for which all places have been taken without a change; zero while one is free. */
    Duration sinceLastChange() {
        lock.lock();
        try {
            return polls > 0 || mayPoll() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - changedAt);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the taking of places, also for threads that wait for one. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every receive has ended and every delivery is finished; false if the time was not enough. Call after {@link #stop}. */
    boolean awaitFinished(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lock();
        try {
            while (polls + working > 0 && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return polls + working == 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean mayPoll() {
        int heldBatches = polls + (working + BATCH - 1) / BATCH;
        return heldBatches < maxBatches && (!idle || polls == 0);
    }
}
