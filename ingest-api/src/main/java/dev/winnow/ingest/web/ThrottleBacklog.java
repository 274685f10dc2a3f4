package dev.winnow.ingest.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests run, so many more wait for their turn, first come first served, and refuses the rest at once: the semantics of
 * {@code ThrottleBacklog} of the go-chi router. All wait equally long at most, so that one timer, for who waits longest, serves all.
 * Any thread.
 */
public final class ThrottleBacklog {
    private final int limit;
    private final int backlog;
    private final long timeoutNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int running;
    private boolean timerIsSet;

    /**
     * All places are free.
     *
     * @param limit how many may run, at least 1
     * @param backlog how many more may wait, at least 0
     * @param backlogTimeout how long one may wait
     */
    public ThrottleBacklog(int limit, int backlog, Duration backlogTimeout) {
        if (limit < 1 || backlog < 0) {
            throw new IllegalArgumentException("a throttle needs a limit of at least 1 and a backlog of at least 0");
        }
        this.limit = limit;
        this.backlog = backlog;
        this.timeoutNanos = backlogTimeout.toNanos();
    }

    /** How an attempt to enter ended. */
    public sealed interface Entry {
        /** The request runs until it closes this. */
        record Admitted(Place place) implements Entry {}

        /** All places and the whole backlog are taken. */
        record CapacityExceeded() implements Entry {}

        /** It waited and no place became free in time. */
        record BacklogTimeout() implements Entry {}
    }

    /** Waits for a place at most for the backlog timeout. */
    public Entry enterBacklog() throws InterruptedException {
        Turn turn;
        lock.lock();
        try {
            if (running < limit) {
                running++;
                return new Entry.Admitted(new Place());
            }
            if (waiting.size() >= backlog) {
                return new Entry.CapacityExceeded();
            }
            turn = new Turn(System.nanoTime() + timeoutNanos, new CompletableFuture<>());
            waiting.add(turn);
            setTimer(timeoutNanos);
        } finally {
            lock.unlock();
        }
        return awaitTurn(turn);
    }

    private Entry awaitTurn(Turn turn) throws InterruptedException {
        try {
            return turn.comes().get() ? new Entry.Admitted(new Place()) : new Entry.BacklogTimeout();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn comes or does not", e);
        } catch (InterruptedException e) {
            abandonTurn(turn);
            throw e;
        }
    }

    private void abandonTurn(Turn turn) {
        boolean waited;
        lock.lock();
        try {
            waited = waiting.remove(turn);
        } finally {
            lock.unlock();
        }
        if (!waited && turn.comes().join()) {
            leavePlace();
        }
    }

    /** The place goes to who waits longest; without anybody it is free. */
    private void leavePlace() {
        @Nullable Turn next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.comes().complete(true);
        }
    }

    /** To be called under the lock. */
    private void setTimer(long nanos) {
        if (!timerIsSet) {
            timerIsSet = true;
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::endWaiting);
        }
    }

    private void endWaiting() {
        lock.lock();
        try {
            timerIsSet = false;
            long now = System.nanoTime();
            Turn first = waiting.peek();
            while (first != null && first.endsAt() - now <= 0) {
                waiting.remove();
                first.comes().complete(false);
                first = waiting.peek();
            }
            if (first != null) {
                setTimer(first.endsAt() - now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Somebody who waits: true comes with a place, false when the time is over. */
    private record Turn(long endsAt, CompletableFuture<Boolean> comes) {}

    /** A place among the running requests. */
    public final class Place implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        /** Gives the place back; a second call does nothing. */
        @Override
        public void close() {
            if (held.getAndSet(false)) {
                leavePlace();
            }
        }
    }
}
