package dev.winnow.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** {@link Timers} whose time stands still until a test moves it; timers run on the test's thread. Any thread. */
public final class ManualTimers implements Timers {
    private record Timer(long at, Runnable action, CompletableFuture<Void> done) {}

    private final List<Timer> timers = new ArrayList<>();
    private long now;
    private long waits;
    private boolean closed;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Future<?> schedule(Runnable action, long nanos) {
        Timer timer = new Timer(now + nanos, action, new CompletableFuture<>());
        if (!closed) {
            timers.add(timer);
        }
        return timer.done();
    }

    /** Returns every millisecond of real time, so that the waiting thread looks at the time that a test has moved. */
    @Override
    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    public void awaitSignal(Condition condition, long nanos) throws InterruptedException {
        synchronized (this) {
            waits++;
            notifyAll();
        }
        boolean _ = condition.await(1, TimeUnit.MILLISECONDS);
    }

    /** Moves the time, and runs the timers that are due, each at its own time. */
    public void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Timer due = takeDue(end); due != null; due = takeDue(end)) {
            if (!due.done().isCancelled()) {
                due.action().run();
                due.done().complete(null);
            }
        }
        synchronized (this) {
            now = end;
        }
    }

    /** Waits until a thread that waits for signals has looked at the time and found nothing to do. */
    public synchronized void awaitQuiet() throws InterruptedException {
        long enough = waits + 2;
        while (waits < enough) {
            wait();
        }
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized @Nullable Timer takeDue(long end) {
        Timer due = timers.stream()
                .filter(timer -> timer.at() <= end)
                .min(Comparator.comparingLong(Timer::at))
                .orElse(null);
        if (due != null) {
            timers.remove(due);
            now = Math.max(now, due.at());
        }
        return due;
    }
}
