package dev.winnow.ingest.lookup;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The place of one request: its thread sleeps here until the watcher ends the wait. */
final class WaitingPlace implements Watch {
    private final VerdictWatcher watcher;
    private final AwaitedEnvelope envelope;
    private final String tenant;
    private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();

    WaitingPlace(VerdictWatcher watcher, AwaitedEnvelope envelope, String tenant) {
        this.watcher = watcher;
        this.envelope = envelope;
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    AwaitedEnvelope envelope() {
        return envelope;
    }

    /** Ends the wait; the first outcome stands. */
    void endWait(WaitOutcome decided) {
        outcome.complete(decided);
    }

    @Override
    public Optional<WaitOutcome> awaitOutcome(Duration time) throws InterruptedException {
        try {
            return Optional.of(outcome.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException undecided) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a wait never ends exceptionally", e);
        }
    }

    @Override
    public boolean isAnswered() {
        return outcome.isDone() || watcher.isAnswered(envelope);
    }

    @Override
    public WaitOutcome soFar() {
        return outcome.getNow(watcher.soFar(envelope));
    }

    @Override
    public void close() {
        watcher.leavePlace(this);
    }
}
