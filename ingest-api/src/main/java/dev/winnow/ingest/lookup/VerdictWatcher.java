package dev.winnow.ingest.lookup;

import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.StoreUnavailableException;
import dev.winnow.verdict.VerdictStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the store for all requests that wait: awaited envelopes are read in batches, each once however many wait for it, at growing
 * intervals. One per task; any thread.
 */
public final class VerdictWatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(VerdictWatcher.class);
    private static final int MAX_READS_AT_ONCE = 8;

    private final VerdictStore store;
    private final int limit;
    private final long firstInterval;
    private final long longestInterval;
    private final Semaphore reads = new Semaphore(MAX_READS_AT_ONCE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final Map<UUID, AwaitedEnvelope> awaited = new HashMap<>();
    private final PriorityQueue<AwaitedEnvelope> schedule =
            new PriorityQueue<>(Comparator.comparingLong(envelope -> envelope.dueAt));
    private final Thread thread;
    private int waiters;
    private boolean closed;

    public VerdictWatcher(VerdictStore store, WaiterSettings settings) {
        this.store = store;
        this.limit = settings.limit();
        this.firstInterval = settings.firstInterval().toNanos();
        this.longestInterval = settings.longestInterval().toNanos();
        this.thread = Thread.ofVirtual().name("verdict-watcher").start(this::run);
    }

    /** A place among the waiters of this envelope; empty when all places are taken or the watcher is closed. */
    public Optional<Watch> watch(UUID envelope) {
        lock.lock();
        try {
            if (closed || waiters >= limit) {
                return Optional.empty();
            }
            waiters++;
            AwaitedEnvelope entry = awaited.computeIfAbsent(envelope, this::schedule);
            Place place = new Place(entry);
            entry.waiters.add(place);
            return Optional.of(place);
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait now. */
    public int waiters() {
        lock.lock();
        try {
            return waiters;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits at once, each with what is known, and takes no more. A second call does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            for (AwaitedEnvelope envelope : awaited.values()) {
                envelope.waiters.forEach(waiter -> waiter.accept(envelope.soFar()));
            }
            awaited.clear();
            schedule.clear();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    private AwaitedEnvelope schedule(UUID envelope) {
        AwaitedEnvelope entry = new AwaitedEnvelope(envelope, System.nanoTime(), firstInterval);
        schedule.add(entry);
        earlier.signal();
        return entry;
    }

    private void run() {
        try {
            while (true) {
                List<AwaitedEnvelope> batch = takeDue();
                reads.acquire();
                Thread.startVirtualThread(() -> read(batch));
            }
        } catch (InterruptedException stopped) {
            log.debug("the verdict watcher stops");
        }
    }

    /** Waits until an envelope is due and takes it with all others that are, up to a batch. */
    private List<AwaitedEnvelope> takeDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<AwaitedEnvelope> due = new ArrayList<>();
            while (due.isEmpty()) {
                awaitDue();
                long now = System.nanoTime();
                while (due.size() < VerdictStore.MAX_FIND && isDue(schedule.peek(), now)) {
                    AwaitedEnvelope next = schedule.remove();
                    if (!next.waiters.isEmpty()) {
                        due.add(next);
                    }
                }
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void awaitDue() throws InterruptedException {
        AwaitedEnvelope next = schedule.peek();
        while (next == null || next.dueAt > System.nanoTime()) {
            if (next == null) {
                earlier.await();
            } else {
                earlier.await(next.dueAt - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            next = schedule.peek();
        }
    }

    private static boolean isDue(@Nullable AwaitedEnvelope envelope, long now) {
        return envelope != null && envelope.dueAt <= now;
    }

    private void read(List<AwaitedEnvelope> batch) {
        Map<UUID, EnvelopeVerdicts> found = Map.of();
        @Nullable StoreUnavailableException failure = null;
        try {
            found = store.find(batch.stream().map(envelope -> envelope.id).toList());
        } catch (StoreUnavailableException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new StoreUnavailableException("the verdict store failed unexpectedly", e);
            log.error("reading awaited verdicts failed", e);
        } finally {
            reads.release();
        }
        lock.lock();
        try {
            for (AwaitedEnvelope envelope : batch) {
                settle(envelope, found.get(envelope.id), failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle(
            AwaitedEnvelope envelope,
            @Nullable EnvelopeVerdicts verdicts,
            @Nullable StoreUnavailableException failure) {
        envelope.failure = failure;
        if (closed) {
            return;
        }
        if (verdicts != null) {
            awaited.remove(envelope.id, envelope);
            envelope.waiters.forEach(waiter -> waiter.accept(new WaitOutcome.Found(verdicts)));
        } else if (!envelope.waiters.isEmpty()) {
            envelope.planNext(System.nanoTime(), longestInterval, firstInterval);
            schedule.add(envelope);
            earlier.signal();
        }
    }

    /** Its place in the schedule goes when it is due: removing from the middle of the queue would be slow. */
    private void forgetIfAbandoned(AwaitedEnvelope envelope) {
        if (envelope.waiters.isEmpty()) {
            awaited.remove(envelope.id, envelope);
        }
    }

    private final class Place implements Watch, Consumer<WaitOutcome> {
        private final AwaitedEnvelope envelope;
        private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();
        private boolean isFree;

        Place(AwaitedEnvelope envelope) {
            this.envelope = envelope;
        }

        @Override
        public void accept(WaitOutcome decided) {
            outcome.complete(decided);
        }

        @Override
        public Optional<WaitOutcome> await(Duration time) throws InterruptedException {
            try {
                return Optional.of(outcome.get(time.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException undecided) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a wait never ends exceptionally", e);
            }
        }

        @Override
        public WaitOutcome soFar() {
            lock.lock();
            try {
                return outcome.getNow(envelope.soFar());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!isFree) {
                    isFree = true;
                    waiters--;
                    envelope.waiters.remove(this);
                    forgetIfAbandoned(envelope);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
