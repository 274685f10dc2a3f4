package dev.winnow.time;

import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;

/** A steady clock, and waits and timers on it. Any thread. */
public interface Timers extends AutoCloseable {

    /** The time of the system, with one thread for timers. */
    static Timers start(String threadName) {
        return new SystemTimers(threadName);
    }

    /** The steady time in nanoseconds; only differences mean something. */
    long nanoTime();

    /**
     * Runs an action once after a delay, on the thread of the timers. The action must be short and must not block.
     *
     * @param nanos the delay in nanoseconds
     */
    Future<?> schedule(Runnable action, long nanos);

    /**
     * Waits for a signal, under the condition's lock. It may return early, so the caller checks its condition again.
     *
     * @param nanos the longest wait in nanoseconds
     */
    void awaitSignal(Condition condition, long nanos) throws InterruptedException;

    boolean isClosed();

    /** Sets no more timers; those that were set before still run. A second call does nothing. */
    @Override
    void close();
}
