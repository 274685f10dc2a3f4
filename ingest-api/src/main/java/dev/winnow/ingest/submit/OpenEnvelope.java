package dev.winnow.ingest.submit;

import dev.winnow.message.EnvelopeDraft;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** An envelope that messages wait in. Its draft is the packer's, under the packer's lock; the rest is for any thread. */
final class OpenEnvelope {
    private final EnvelopeDraft draft;
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private final AtomicBoolean timed = new AtomicBoolean();
    private final ScheduledExecutorService timer;
    private final long givenUpAt;

    /**
     * An envelope that is given up after a while.
     *
     * @param timeout after how long nobody waits for it any more
     * @param timer tells when that is
     */
    OpenEnvelope(EnvelopeDraft draft, Duration timeout, ScheduledExecutorService timer) {
        this.draft = draft;
        this.timer = timer;
        this.givenUpAt = System.nanoTime() + timeout.toNanos();
    }

    /** Its content so far. */
    EnvelopeDraft draft() {
        return draft;
    }

    /** Tells all who wait, now or later, that the queue has it. */
    void confirm() {
        confirmed.complete(null);
    }

    /** Tells all who wait, now or later, that the queue may not have it. */
    void refuse(Throwable refusal) {
        confirmed.completeExceptionally(refusal);
    }

    /**
     * Waits until the queue has it, at most until it is given up. One timer serves all who wait that long: one for each would cost more
     * than the rest of the wait.
     *
     * @throws ExecutionException if it was refused
     * @throws TimeoutException if the time was over or the envelope was given up
     */
    void await(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
        long now = System.nanoTime();
        if (now + timeout.toNanos() - givenUpAt < 0) {
            confirmed.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return;
        }
        if (!confirmed.isDone() && timed.compareAndSet(false, true)) {
            Future<?> givingUp = timer.schedule(this::giveUp, givenUpAt - now, TimeUnit.NANOSECONDS);
            Future<?> _ = confirmed.whenComplete((_, _) -> givingUp.cancel(false));
        }
        confirmed.get();
    }

    private void giveUp() {
        confirmed.completeExceptionally(new TimeoutException());
    }
}
