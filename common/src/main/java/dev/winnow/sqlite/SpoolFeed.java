package dev.winnow.sqlite;

import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a queue in memory from a table in the file, a window at a time, so that a backlog costs disk and not memory. While all entries fit
 * into the window, senders use the queue directly. Any thread.
 *
 * @param <K> the key of an entry
 */
final class SpoolFeed<K> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SpoolFeed.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** The most entries of one step. */
    private static final int STEP = 100;

    /** The table and the queue behind a feed. */
    interface Source<K> {
        /** Reads the keys of the oldest entries in the file. */
        List<K> listOldest(int limit);

        /** Sends entries and returns the keys of the sent ones; an entry that has left the file is left out. */
        Collection<K> feed(List<K> keys);
    }

    private final String name;
    private final int window;
    private final Source<K> source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<K> held = new HashSet<>();
    private final Thread thread;
    private boolean behind = true;
    private boolean closed;

    /**
     * Makes a feed that is idle until {@link #start}.
     *
     * @param name the name in thread names and log lines
     * @param window the most entries in the queue at once, at least {@value #STEP}
     */
    SpoolFeed(String name, int window, Source<K> source) {
        if (window < STEP) {
            throw new IllegalArgumentException("the window of a spool is at least " + STEP + ", is " + window);
        }
        this.name = name;
        this.window = window;
        this.source = source;
        this.thread = Thread.ofPlatform().daemon().name("spool-feed-" + name).unstarted(this::run);
    }

    /** Feeds the first window before it returns. */
    SpoolFeed<K> start() {
        while (feedOnce()) {
            // Goes on until the window is full or the file has no more entries.
        }
        thread.start();
        return this;
    }

    /** Holds entries if the window has a place for all of them; if not, they stay in the file and are fed later. */
    boolean tryHold(Collection<K> keys) {
        lock.lock();
        try {
            if (behind || held.size() + keys.size() > window) {
                behind = true;
                changed.signalAll();
                return false;
            }
            return held.addAll(keys);
        } finally {
            lock.unlock();
        }
    }

    /** Holds entries that another feed has sent, even if the window has no place for them. */
    void holdAll(Collection<K> keys) {
        lock.lock();
        try {
            held.addAll(keys);
        } finally {
            lock.unlock();
        }
    }

    boolean isFull() {
        lock.lock();
        try {
            return held.size() >= window;
        } finally {
            lock.unlock();
        }
    }

    /** Gives places back, for entries that have left the file or that must be fed once more. */
    void release(Collection<K> keys, boolean feedAgain) {
        lock.lock();
        try {
            held.removeAll(Set.copyOf(keys));
            behind = behind || feedAgain;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitRoom()) {
                try {
                    boolean _ = feedOnce();
                } catch (StoreUnavailableException | QueueUnavailableException e) {
                    log.warn(
                            "Could not read the next entries of the {} spool; the next try is in {} ms: {}",
                            name,
                            PAUSE_AFTER_FAILURE.toMillis(),
                            e.getMessage());
                    pause();
                } catch (RuntimeException e) {
                    log.error(
                            "Feeding from the {} spool failed; the next try is in {} ms",
                            name,
                            PAUSE_AFTER_FAILURE.toMillis(),
                            e);
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !(behind && held.size() + STEP <= window)) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            long left = PAUSE_AFTER_FAILURE.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Feeds the oldest entries that are not held. False if there was no place or no such entry. */
    private boolean feedOnce() {
        int place;
        int known;
        lock.lock();
        try {
            place = Math.min(STEP, window - held.size());
            known = held.size();
            if (place < 1) {
                return false;
            }
            // Cleared before the file is read, so that a write in the meantime sets it again.
            behind = false;
        } finally {
            lock.unlock();
        }
        List<K> next = List.of();
        boolean fed = false;
        try {
            next = hold(source.listOldest(known + place + 1), place);
            if (!next.isEmpty()) {
                Collection<K> sent = source.feed(next);
                release(next.stream().filter(key -> !sent.contains(key)).toList(), false);
            }
            fed = true;
            return !next.isEmpty();
        } finally {
            if (!fed) {
                release(next, true);
            }
        }
    }

    private List<K> hold(List<K> oldest, int place) {
        lock.lock();
        try {
            List<K> fresh = oldest.stream().filter(key -> !held.contains(key)).toList();
            List<K> next = fresh.subList(0, Math.min(place, fresh.size()));
            held.addAll(next);
            behind = behind || fresh.size() > next.size();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Stops feeding and waits for the feeding thread. A second call does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            boolean _ = thread.join(Duration.ofNanos(TimeUnit.SECONDS.toNanos(10)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
