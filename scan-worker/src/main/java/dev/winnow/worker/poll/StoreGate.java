package dev.winnow.worker.poll;

import dev.winnow.store.BackOff;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.CrashMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds work back while the store is away: an outage is not the message's fault and must not use up its receives. A caller that needs the
 * store waits here, and one thread tries it by writing a mark of no envelope, at growing random pauses. Any thread, best virtual ones.
 */
final class StoreGate {
    private static final Logger log = LoggerFactory.getLogger(StoreGate.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.5);

    /** A call that fails so often although the store takes writes is at fault itself. */
    private static final int MAX_ATTEMPTS = 5;

    private final CrashMarks probe;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private @Nullable Instant closedSince;

    StoreGate(CrashMarks probe) {
        this.probe = probe;
    }

    /** Whether the store is taken to be there. */
    boolean isOpen() {
        lock.lock();
        try {
            return closedSince == null;
        } finally {
            lock.unlock();
        }
    }

    void awaitOpen() throws InterruptedException {
        lock.lock();
        try {
            while (closedSince != null) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a call of the store, again after every outage.
     *
     * @throws StoreUnavailableException if it fails again and again while the store takes other writes
     */
    <T> T callStore(Supplier<T> call) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            awaitOpen();
            try {
                return call.get();
            } catch (StoreUnavailableException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                closeGate(e);
            }
        }
    }

    private void closeGate(StoreUnavailableException cause) {
        lock.lock();
        try {
            if (closedSince == null) {
                closedSince = Instant.now();
                log.warn("The store is away, receiving pauses until it is back: {}", cause.getMessage());
                Thread.ofVirtual().name("store-probe").start(this::probe);
            }
        } finally {
            lock.unlock();
        }
    }

    private void probe() {
        try {
            int failures = 1;
            do {
                Thread.sleep(PAUSES.pauseAfter(failures++));
            } while (!isBack());
            openGate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBack() {
        try {
            probe.markSlots(NOBODY, Set.of(0));
            return true;
        } catch (StoreUnavailableException stillAway) {
            return false;
        } catch (RuntimeException unexpected) {
            // Any fault: without another try this worker would never receive again.
            log.warn("The store could not be tried; trying again: {}", unexpected.toString());
            return false;
        }
    }

    private void openGate() {
        lock.lock();
        try {
            if (closedSince != null) {
                log.info("The store is back after {}; receiving goes on", Duration.between(closedSince, Instant.now()));
            }
            closedSince = null;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
