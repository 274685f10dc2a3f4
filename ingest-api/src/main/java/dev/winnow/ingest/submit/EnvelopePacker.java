package dev.winnow.ingest.submit;

import dev.winnow.message.EncodedSlot;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import dev.winnow.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Packs messages into envelopes and sends them in batches (group commit). A message leaves at once if nothing has left for the linger
 * time. Otherwise it shares an envelope, and the batch leaves when that time is over or some envelopes are full.
 * {@link LingerEstimator} sets the linger time. Any thread.
 */
public final class EnvelopePacker implements AutoCloseable {
    private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(10);

    private final EnvelopeQueue queue;
    private final MessageIds ids;
    private final Clock clock;
    private final int maxSends;
    private final Timers timers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final WaitingEnvelopes waiting;
    private final LingerEstimator pace;
    private final LongAdder envelopes = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private int sends;
    private boolean timerIsSet;
    private boolean closed;

    /**
     * A packer without waiting messages.
     *
     * @param timeout the time after which an unconfirmed envelope is given up; callers may wait less than that
     */
    public EnvelopePacker(EnvelopeQueue queue, MessageIds ids, PackerSettings settings, Duration timeout, Clock clock) {
        this(queue, ids, settings, timeout, clock, Timers.start("envelope-timer"));
    }

    /** A packer on timers of the caller's, which it closes. */
    EnvelopePacker(
            EnvelopeQueue queue,
            MessageIds ids,
            PackerSettings settings,
            Duration timeout,
            Clock clock,
            Timers timers) {
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.maxSends = settings.maxSends();
        this.timers = timers;
        this.pace = new LingerEstimator(settings.linger(), timers.nanoTime());
        this.waiting =
                new WaitingEnvelopes(new FairnessGroups(settings.busyTenantRate(), timers.nanoTime()), timeout, timers);
    }

    /**
     * Puts a message into an envelope and sees to it that the envelope is sent.
     *
     * @param tenant the tenant's id
     * @param requestKey the hash of the key under which the client may repeat the request, if it gave one
     * @param trace the trace that the client follows the request by, if it named one
     * @throws SubmissionRefusedException if the packer is closed
     */
    public Submission submitMessage(
            String tenant, SmsMessage message, @Nullable String requestKey, @Nullable TraceParent trace) {
        EncodedSlot encoded =
                EnvelopeCodec.encode(new Envelope.Slot(tenant, message, clock.instant(), requestKey, trace));
        long now = timers.nanoTime();
        OpenEnvelope envelope;
        int slot;
        @Nullable List<OpenEnvelope> batch;
        lock.lock();
        try {
            if (closed) {
                throw new SubmissionRefusedException("the server is shutting down", null);
            }
            envelope = waiting.roomFor(encoded, tenant, message.priority(), now);
            slot = envelope.draft().addSlot(encoded);
            batch = nextBatch(now);
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            sendBatches(batch);
        }
        MessageId id = ids.issueId(envelope.draft().id(), slot, tenant);
        return new Submission(id, envelope);
    }

    /** The number of envelopes sent since the start, confirmed or not. */
    public long envelopes() {
        return envelopes.sum();
    }

    /** The number of messages in {@link #envelopes}. */
    public long messages() {
        return messages.sum();
    }

    /** Refuses new messages, and returns when all waiting messages are confirmed or refused, at the latest after ten seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            long left = FLUSH_TIMEOUT.toNanos();
            while (left > 0 && (sends > 0 || !waiting.isEmpty())) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        timers.close();
    }

    /** The batch to send now, if it is time. To be called under the lock. */
    private @Nullable List<OpenEnvelope> nextBatch(long now) {
        if (waiting.isEmpty() || sends >= maxSends) {
            return null;
        }
        long left = pace.nanosUntilNextSend(now);
        if (left > 0 && !waiting.holdsGoodBatch()) {
            setTimer(left);
            return null;
        }
        pace.recordSend(now);
        sends++;
        return waiting.takeBatch();
    }

    private void setTimer(long nanos) {
        if (!timerIsSet) {
            timerIsSet = true;
            Future<?> _ = timers.schedule(this::sendLingering, nanos);
        }
    }

    private void sendLingering() {
        @Nullable List<OpenEnvelope> batch;
        lock.lock();
        try {
            timerIsSet = false;
            batch = nextBatch(timers.nanoTime());
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            sendBatches(batch);
        }
    }

    /** A loop, not a recursion: a queue that answers at once must not deepen the stack. */
    private void sendBatches(List<OpenEnvelope> first) {
        @Nullable List<OpenEnvelope> batch = first;
        while (batch != null) {
            List<OpenEnvelope> current = batch;
            long started = timers.nanoTime();
            CompletableFuture<SendResult> sent = startSend(current);
            if (!sent.isDone()) {
                Future<?> _ = sent.whenComplete((_, _) -> {
                    List<OpenEnvelope> next = completeBatch(current, sent, started);
                    if (next != null) {
                        sendBatches(next);
                    }
                });
                return;
            }
            batch = completeBatch(current, sent, started);
        }
    }

    private CompletableFuture<SendResult> startSend(List<OpenEnvelope> batch) {
        List<SealedEnvelope> sealed = new ArrayList<>(batch.size());
        for (OpenEnvelope envelope : batch) {
            SealedEnvelope next = envelope.draft().sealDraft();
            sealed.add(next);
            messages.add(next.slots());
        }
        envelopes.add(batch.size());
        try {
            return queue.sendBatch(sealed);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Completes the submissions of a batch, and returns the next batch if it is time to send it. */
    private @Nullable List<OpenEnvelope> completeBatch(
            List<OpenEnvelope> batch, CompletableFuture<SendResult> sent, long started) {
        batch.forEach(envelope -> envelope.completeWaiters(sent));
        lock.lock();
        try {
            sends--;
            long now = timers.nanoTime();
            pace.recordDuration(now - started);
            List<OpenEnvelope> next = nextBatch(now);
            if (sends == 0 && waiting.isEmpty()) {
                idle.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
