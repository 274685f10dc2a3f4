package dev.winnow.time;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** {@link Timers} by {@link System#nanoTime} and one daemon thread, which starts with the first timer. */
final class SystemTimers implements Timers {
    private final ScheduledThreadPoolExecutor executor;

    SystemTimers(String threadName) {
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(threadName).factory(), new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Future<?> schedule(Runnable action, long nanos) {
        return executor.schedule(action, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    public void awaitSignal(Condition condition, long nanos) throws InterruptedException {
        long _ = condition.awaitNanos(nanos);
    }

    @Override
    public boolean isClosed() {
        return executor.isShutdown();
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
