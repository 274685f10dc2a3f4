package dev.winnow.ingest.submit;

import dev.winnow.message.EnvelopeDraft;
import dev.winnow.queue.SendResult;
import dev.winnow.time.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An envelope that messages wait in. Its draft is the packer's, under the packer's lock; the rest is for any thread. */
final class OpenEnvelope {
    private static final Logger log = LoggerFactory.getLogger(OpenEnvelope.class);

    private final EnvelopeDraft draft;
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private final AtomicBoolean timed = new AtomicBoolean();
    private final Timers timers;
    private final long givenUpAt;

    /**
     * An envelope without messages.
     *
     * @param timeout the time after which it is given up
     * @param timers the timers for giving it up
     */
    OpenEnvelope(EnvelopeDraft draft, Duration timeout, Timers timers) {
        this.draft = draft;
        this.timers = timers;
        this.givenUpAt = timers.nanoTime() + timeout.toNanos();
    }

    /** Its content so far. */
    EnvelopeDraft draft() {
        return draft;
    }

    /** Completes all waits for this envelope, present and future, with the result of its send. */
    void completeWaiters(CompletableFuture<SendResult> sent) {
        @Nullable Throwable refusal = refusalIn(sent);
        if (refusal == null) {
            confirmed.complete(null);
        } else {
            logRefusal(refusal);
            confirmed.completeExceptionally(refusal);
        }
    }

    /**
     * Waits until the queue has the envelope, at most until it is given up. One timer serves all full waits: a timer for each would cost
     * more than the rest of the wait. After the timer has ended, each wait needs its own.
     *
     * @throws ExecutionException if it was refused
     * @throws TimeoutException if the time was over or the envelope was given up
     */
    void awaitConfirmation(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
        long now = timers.nanoTime();
        if (now + timeout.toNanos() - givenUpAt < 0 || timers.isClosed()) {
            confirmed.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return;
        }
        if (!confirmed.isDone() && timed.compareAndSet(false, true)) {
            Future<?> givingUp = timers.schedule(this::giveUp, givenUpAt - now);
            Future<?> _ = confirmed.whenComplete((_, _) -> givingUp.cancel(false));
        }
        confirmed.get();
    }

    private void giveUp() {
        confirmed.completeExceptionally(new TimeoutException());
    }

    private @Nullable Throwable refusalIn(CompletableFuture<SendResult> sent) {
        return switch (sent.state()) {
            case SUCCESS ->
                sent.resultNow().confirmed().contains(draft.id())
                        ? null
                        : new SubmissionRefusedException(
                                "the queue refused envelope " + draft.id() + ": "
                                        + sent.resultNow().refused().get(draft.id()),
                                null);
            case FAILED -> sent.exceptionNow();
            case CANCELLED, RUNNING -> new SubmissionRefusedException("the send was cancelled", null);
        };
    }

    /** A refusal is told to many requests, its cause only here. */
    private void logRefusal(Throwable refusal) {
        Throwable root = refusal;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        log.atWarn()
                .addKeyValue("envelopeId", draft.id())
                .log("The queue did not confirm an envelope of {} messages: {}", draft.slots(), root.toString());
    }
}
