package dev.winnow.ingest.submit;

import dev.winnow.message.EncodedSlot;
import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.EnvelopeDraft;
import dev.winnow.message.MessageId;
import dev.winnow.message.MessageIds;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.message.SmsMessage;
import dev.winnow.message.TraceParent;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: a message leaves at once when nothing has left for the linger time; those that come until then share envelopes, which
 * leave in one batch when it is over, or as soon as a batch is full. The linger time is what a few sends take, so that a slow queue gets
 * few and full envelopes, and a fast one does not make anybody wait; it has an upper bound. Any thread.
 */
public final class EnvelopePacker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EnvelopePacker.class);

    /** In what some fast sends take, a busy server fills envelopes, and nobody notices the wait. */
    private static final int SENDS_TO_LINGER = 8;

    /** Slow sends are forgotten soon and believed late: most of them are a pause of this process, not the queue's pace. */
    private static final int FASTER_SENDS_TO_BELIEVE = 8;

    private static final int SLOWER_SENDS_TO_BELIEVE = 64;

    /** Less is not worth a timer and the waking of everybody. */
    private static final long SHORTEST_LINGER_NANOS = 1_000_000;

    private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(10);

    private final EnvelopeQueue queue;
    private final MessageIds ids;
    private final Clock clock;
    private final long maxLingerNanos;
    private final int maxSends;
    private final ScheduledExecutorService timer = timer();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final WaitingEnvelopes waiting;
    private final LongAdder envelopes = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private int sends;
    private long lastSend;
    private long sendNanos;
    private boolean timerIsSet;
    private boolean closed;

    /**
     * Nothing waits yet.
     *
     * @param timeout after how long an envelope that the queue has not confirmed is given up; whoever waits less should ask for less
     */
    public EnvelopePacker(EnvelopeQueue queue, MessageIds ids, PackerSettings settings, Duration timeout, Clock clock) {
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.maxLingerNanos = settings.linger().toNanos();
        this.maxSends = settings.maxSends();
        this.sendNanos = maxLingerNanos / SENDS_TO_LINGER;
        this.lastSend = System.nanoTime() - maxLingerNanos;
        this.waiting =
                new WaitingEnvelopes(new FairnessGroups(settings.busyTenantRate(), System.nanoTime()), timeout, timer);
    }

    /**
     * Puts a message into an envelope and sees to it that the envelope is sent.
     *
     * @param tenant the tenant's id
     * @param requestKey the hash of the key under which the client may repeat the request, if it gave one
     * @param trace the trace that the client follows the request by, if it named one
     * @throws SubmissionRefusedException if the packer is closed
     */
    public Submission submit(
            String tenant, SmsMessage message, @Nullable String requestKey, @Nullable TraceParent trace) {
        EncodedSlot encoded =
                EnvelopeCodec.encode(new Envelope.Slot(tenant, message, clock.instant(), requestKey, trace));
        long now = System.nanoTime();
        OpenEnvelope envelope;
        int slot;
        @Nullable List<OpenEnvelope> batch;
        lock.lock();
        try {
            if (closed) {
                throw new SubmissionRefusedException("the server is shutting down", null);
            }
            envelope = waiting.roomFor(encoded, tenant, message.priority(), now);
            slot = envelope.draft().add(encoded);
            batch = nextBatch(now);
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            send(batch);
        }
        MessageId id = ids.issue(envelope.draft().id(), slot, tenant);
        return new Submission(id, envelope);
    }

    /** Envelopes that were sent since the start, whatever became of them. */
    public long envelopes() {
        return envelopes.sum();
    }

    /** Messages in {@link #envelopes}. */
    public long messages() {
        return messages.sum();
    }

    /** Refuses new messages, and returns when those that wait are confirmed or refused, at the latest after ten seconds. */
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
        timer.shutdownNow();
    }

    /** What is set after the end is for nobody. */
    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("envelope-timer").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** The batch to send now, if it is time. To be called under the lock. */
    private @Nullable List<OpenEnvelope> nextBatch(long now) {
        if (waiting.isEmpty() || sends >= maxSends) {
            return null;
        }
        long left = lingerNanos() - (now - lastSend);
        if (left > 0 && !waiting.holdsFullBatch()) {
            setTimer(left);
            return null;
        }
        lastSend = now;
        sends++;
        return waiting.takeBatch();
    }

    private long lingerNanos() {
        long few = SENDS_TO_LINGER * sendNanos;
        return few < SHORTEST_LINGER_NANOS ? 0 : Math.min(maxLingerNanos, few);
    }

    private void setTimer(long nanos) {
        if (!timerIsSet) {
            timerIsSet = true;
            Future<?> _ = timer.schedule(this::lingered, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void lingered() {
        @Nullable List<OpenEnvelope> batch;
        lock.lock();
        try {
            timerIsSet = false;
            batch = nextBatch(System.nanoTime());
        } finally {
            lock.unlock();
        }
        if (batch != null) {
            send(batch);
        }
    }

    /** A loop, not a recursion: a queue that answers at once must not deepen the stack. */
    private void send(List<OpenEnvelope> first) {
        @Nullable List<OpenEnvelope> batch = first;
        while (batch != null) {
            List<OpenEnvelope> current = batch;
            long started = System.nanoTime();
            CompletableFuture<SendResult> sent = start(current);
            if (!sent.isDone()) {
                Future<?> _ = sent.whenComplete((_, _) -> {
                    List<OpenEnvelope> next = settle(current, sent, started);
                    if (next != null) {
                        send(next);
                    }
                });
                return;
            }
            batch = settle(current, sent, started);
        }
    }

    private CompletableFuture<SendResult> start(List<OpenEnvelope> batch) {
        List<SealedEnvelope> sealed = new ArrayList<>(batch.size());
        for (OpenEnvelope envelope : batch) {
            SealedEnvelope next = envelope.draft().seal();
            sealed.add(next);
            messages.add(next.slots());
        }
        envelopes.add(batch.size());
        try {
            return queue.send(sealed);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Tells the submitters of a batch what became of it, and returns the batch to send next, if it is time. */
    private @Nullable List<OpenEnvelope> settle(
            List<OpenEnvelope> batch, CompletableFuture<SendResult> sent, long started) {
        for (OpenEnvelope envelope : batch) {
            Throwable refusal = refusalOf(envelope.draft().id(), sent);
            if (refusal == null) {
                envelope.confirm();
            } else {
                note(envelope.draft(), refusal);
                envelope.refuse(refusal);
            }
        }
        lock.lock();
        try {
            sends--;
            long now = System.nanoTime();
            long slower = now - started - sendNanos;
            sendNanos += slower / (slower > 0 ? SLOWER_SENDS_TO_BELIEVE : FASTER_SENDS_TO_BELIEVE);
            List<OpenEnvelope> next = nextBatch(now);
            if (sends == 0 && waiting.isEmpty()) {
                idle.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** A refusal is told to many requests, its cause only here. */
    private static void note(EnvelopeDraft envelope, Throwable refusal) {
        Throwable root = refusal;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        log.atWarn()
                .addKeyValue("envelopeId", envelope.id())
                .log("The queue did not confirm an envelope of {} messages: {}", envelope.slots(), root.toString());
    }

    private static @Nullable Throwable refusalOf(UUID envelope, CompletableFuture<SendResult> sent) {
        return switch (sent.state()) {
            case SUCCESS ->
                sent.resultNow().confirmed().contains(envelope)
                        ? null
                        : new SubmissionRefusedException(
                                "the queue refused envelope " + envelope + ": "
                                        + sent.resultNow().refused().get(envelope),
                                null);
            case FAILED -> sent.exceptionNow();
            case CANCELLED, RUNNING -> new SubmissionRefusedException("the send was cancelled", null);
        };
    }
}
