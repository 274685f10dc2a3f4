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
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one process on their way to the history. They wait in memory and are saved together, so that no message waits for the
 * history; a kill costs the messages since the last save. When too many wait, new ones are left out. Any thread.
 */
public final class HistoryRecorder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HistoryRecorder.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** The most characters of texts that wait: some 50,000 ordinary messages, and at most 20 MB. */
    private static final long MAX_WAITING = 8_000_000;

    private final MessageHistory history;
    private final TenantDirectory tenants;
    private final Clock clock;
    private final Queue<KeptMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingLength = new AtomicLong();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history").factory());
    private List<KeptMessage> unsaved = List.of();
    private Instant forgottenAt = Instant.EPOCH;
    private boolean isAway;

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
        if (waitingLength.get() >= MAX_WAITING) {
            leftOut.incrementAndGet();
        } else {
            waitingLength.addAndGet(lengthOf(message));
            waiting.add(message);
        }
    }

    private static long lengthOf(KeptMessage message) {
        return message.message().message().text().length();
    }

    /** Saves the messages that wait. Messages that the store does not take wait for the next time. */
    public synchronized void flush() {
        List<KeptMessage> batch = new ArrayList<>(unsaved);
        for (KeptMessage next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        unsaved = batch;
        if (!batch.isEmpty()) {
            history.saveMessages(batch);
            waitingLength.addAndGet(
                    -batch.stream().mapToLong(HistoryRecorder::lengthOf).sum());
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
            if (isAway) {
                isAway = false;
                log.info("The history is saved again");
            }
        } catch (RuntimeException e) {
            if (!isAway) {
                isAway = true;
                log.warn(
                        "Could not save or delete messages of the history; they are kept in memory and saved when the store answers: {}",
                        e.toString());
            }
        }
    }
}
