package dev.winnow.ingest.lookup;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.time.Timers;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Semaphore reads = new Semaphore(MAX_READS_AT_ONCE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, AwaitedEnvelope> awaited = new HashMap<>();
    private final ReadSchedule schedule;
    private final Timers timers;
    private final Executor readers;
    private final Thread thread;
    private final WaiterShares shares;
    private boolean closed;

    public VerdictWatcher(VerdictStore store, WaiterSettings settings) {
        this(store, settings, Timers.start("verdict-timer"), Thread::startVirtualThread);
    }

    /**
     * A watcher on timers of the caller's, which it closes.
     *
     * @param readers run the reads
     */
    VerdictWatcher(VerdictStore store, WaiterSettings settings, Timers timers, Executor readers) {
        this.store = store;
        this.timers = timers;
        this.readers = readers;
        this.shares = new WaiterShares(settings.limit());
        this.schedule = new ReadSchedule(lock, settings, timers);
        this.thread = Thread.ofVirtual().name("verdict-watcher").start(this::readUntilClosed);
    }

    /**
     * A place among the waiters of this envelope; empty when all places are taken, the tenant has its share of them, or the watcher is
     * closed.
     */
    public Optional<Watch> watchEnvelope(UUID envelope, String tenant) {
        lock.lock();
        try {
            if (closed || !shares.take(tenant)) {
                return Optional.empty();
            }
            WaitingPlace place = new WaitingPlace(this, awaited.compute(envelope, this::entryFor), tenant);
            place.envelope().places.add(place);
            return Optional.of(place);
        } finally {
            lock.unlock();
        }
    }

    /** The entry to wait on: a request that comes back during a slow read waits for that read. */
    private AwaitedEnvelope entryFor(UUID envelope, @Nullable AwaitedEnvelope known) {
        if (known == null) {
            return schedule.beginReads(envelope);
        }
        return known.isAbandoned() && !known.underWay ? schedule.resumeReads(known) : known;
    }

    /** The number of requests that wait now. */
    public int waiters() {
        lock.lock();
        try {
            return shares.taken();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits at once, each with its current knowledge, and accepts no more. A second call does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            awaited.values().forEach(envelope -> envelope.completeWaiters(envelope.soFar(timers.nanoTime())));
            awaited.clear();
            schedule.clearAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        timers.close();
    }

    boolean isAnswered(AwaitedEnvelope envelope) {
        lock.lock();
        try {
            return envelope.isAnswered();
        } finally {
            lock.unlock();
        }
    }

    WaitOutcome soFar(AwaitedEnvelope envelope) {
        lock.lock();
        try {
            return envelope.soFar(timers.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back. The envelope stays for a while, so that a returning request goes on with its pauses. */
    void leavePlace(WaitingPlace place) {
        lock.lock();
        try {
            if (place.envelope().places.remove(place)) {
                shares.giveBack(place.tenant());
            }
        } finally {
            lock.unlock();
        }
    }

    private void readUntilClosed() {
        try {
            while (true) {
                List<AwaitedEnvelope> batch = takeDue();
                reads.acquire();
                readers.execute(() -> readBatch(batch));
            }
        } catch (InterruptedException stopped) {
            log.debug("The verdict watcher was stopped");
        }
    }

    private List<AwaitedEnvelope> takeDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return schedule.takeDue(abandoned -> awaited.remove(abandoned.id, abandoned));
        } finally {
            lock.unlock();
        }
    }

    private void readBatch(List<AwaitedEnvelope> batch) {
        Map<UUID, EnvelopeVerdicts> found = Map.of();
        @Nullable StoreUnavailableException failure = null;
        try {
            found = store.findVerdicts(
                    batch.stream().map(envelope -> envelope.id).toList());
        } catch (StoreUnavailableException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new StoreUnavailableException("the verdict store failed unexpectedly", e);
            log.error("Could not read awaited verdicts; their waiters are told that the store is unavailable", e);
        } finally {
            reads.release();
        }
        lock.lock();
        try {
            for (AwaitedEnvelope envelope : batch) {
                envelope.failure = failure;
                completeWaiters(envelope, found.get(envelope.id));
            }
        } finally {
            lock.unlock();
        }
    }

    private void completeWaiters(AwaitedEnvelope envelope, @Nullable EnvelopeVerdicts verdicts) {
        if (closed) {
            return;
        }
        if (verdicts != null) {
            awaited.remove(envelope.id, envelope);
            envelope.completeWaiters(new WaitOutcome.Found(verdicts));
        } else {
            schedule.planNextRead(envelope);
        }
    }
}
