package dev.winnow.history;

import dev.winnow.message.Envelope;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.TenantDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one process on their way to the history. They wait in memory and are saved together, so that no message waits for the
 * history; a kill costs the messages since the last save. When too many wait, new ones are left out. Any thread.
 */
public final class HistoryRecorder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HistoryRecorder.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** Some 20 MB of ordinary messages. */
    private static final int MAX_WAITING = 50_000;

    private final MessageHistory history;
    private final TenantDirectory tenants;
    private final Clock clock;
    private final Queue<KeptMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history").factory());
    private List<KeptMessage> unsaved = List.of();
    private Instant forgottenAt = Instant.EPOCH;

    /** A recorder that saves at {@link #flush} and {@link #close} only. */
    public HistoryRecorder(MessageHistory history, TenantDirectory tenants, Clock clock) {
        this.history = history;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Starts to save as often as suits the history, and to forget every hour. */
    public static HistoryRecorder start(MessageHistory history, TenantDirectory tenants, Clock clock) {
        HistoryRecorder recorder = new HistoryRecorder(history, tenants, clock);
        long pause = history.saveEvery().toMillis();
        Future<?> _ =
                recorder.timer.scheduleWithFixedDelay(recorder::saveAndForget, pause, pause, TimeUnit.MILLISECONDS);
        return recorder;
    }

    /** Takes the messages of an envelope whose tenants consent. Returns at once. */
    public void recordEnvelope(Envelope envelope) {
        for (int slot = 0; slot < envelope.slots().size(); slot++) {
            Envelope.Slot message = envelope.slots().get(slot);
            long hash = Envelope.hashOf(envelope.id(), slot);
            if (MessageHistory.findConsent(tenants, message.tenant())
                    .filter(consent -> consent.includes(hash))
                    .isPresent()) {
                add(new KeptMessage(envelope.id(), slot, message));
            }
        }
    }

    private void add(KeptMessage message) {
        if (waitingCount.get() >= MAX_WAITING) {
            leftOut.incrementAndGet();
        } else {
            waitingCount.incrementAndGet();
            waiting.add(message);
        }
    }

    /** Saves what waits. Messages that the store does not take wait for the next time. */
    public synchronized void flush() {
        List<KeptMessage> batch = new ArrayList<>(unsaved);
        for (KeptMessage next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        unsaved = batch;
        if (!batch.isEmpty()) {
            history.saveMessages(batch);
            waitingCount.addAndGet(-batch.size());
            unsaved = List.of();
        }
    }

    /** Saves the last messages and stops. A second call does nothing but save. */
    @Override
    public void close() {
        timer.close();
        try {
            flush();
        } catch (StoreUnavailableException e) {
            log.warn(
                    "Could not save {} messages in the history; they are left out: {}", unsaved.size(), e.getMessage());
        }
    }

    private void saveAndForget() {
        try {
            flush();
            int missed = leftOut.getAndSet(0);
            if (missed > 0) {
                log.warn("Left {} messages out of the history, because too many waited to be saved", missed);
            }
            Instant now = clock.instant();
            if (!now.isBefore(forgottenAt.plus(FORGET_EVERY))) {
                history.forgetMessages(tenants, now);
                forgottenAt = now;
            }
        } catch (RuntimeException e) {
            log.warn("Could not save or delete messages of the history; the next try follows: {}", e.toString());
        }
    }
}
