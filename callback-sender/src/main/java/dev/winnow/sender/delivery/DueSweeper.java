package dev.winnow.sender.delivery;

import dev.winnow.store.StoreUnavailableException;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.DueWebhooks.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims due webhooks and has them called, shard after shard. Each sweep takes the shards in a new random order, so that several senders do
 * not get in step. One thread sweeps.
 */
final class DueSweeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DueSweeper.class);
    private static final int BATCH = 25;
    private static final int MAX_AT_ONCE = 500;

    /** The lease of a claim: longer than a call with its wait for a place, and longer than a shutdown. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DueWebhooks due;
    private final CallAttempts calls;
    private final ExecutorService threads;
    private final SenderMetrics metrics;
    private final Clock clock;
    private final Duration period;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);
    private final Thread thread;

    private DueSweeper(
            DueWebhooks due,
            CallAttempts calls,
            ExecutorService threads,
            SenderMetrics metrics,
            Clock clock,
            Duration period) {
        this.due = due;
        this.calls = calls;
        this.threads = threads;
        this.metrics = metrics;
        this.clock = clock;
        this.period = period;
        this.thread = Thread.ofVirtual().name("due-webhooks").unstarted(this::sweepUntilInterrupted);
    }

    static DueSweeper start(
            DueWebhooks due,
            CallAttempts calls,
            ExecutorService threads,
            SenderMetrics metrics,
            Clock clock,
            Duration period) {
        DueSweeper sweeper = new DueSweeper(due, calls, threads, metrics, clock, period);
        sweeper.thread.start();
        return sweeper;
    }

    private void sweepUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweepShards();
                Thread.sleep(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepShards() throws InterruptedException {
        List<Integer> shards =
                new ArrayList<>(IntStream.range(0, DueWebhooks.SHARDS).boxed().toList());
        Collections.shuffle(shards);
        try {
            boolean isComplete = true;
            for (int shard : shards) {
                isComplete &= isSwept(shard);
            }
            if (isComplete) {
                metrics.recordSweep();
            }
        } catch (StoreUnavailableException e) {
            log.warn("Due webhooks could not be claimed; the next try is in {}: {}", period, e.getMessage());
        }
    }

    /** Sweeps one shard; false after an unexpected exception, which must end neither the other shards nor this thread. */
    private boolean isSwept(int shard) throws InterruptedException {
        try {
            while (claimBatch(shard) == BATCH) {
                log.debug("More webhooks are due in shard {}", shard);
            }
            return true;
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The due webhooks of shard {} could not be claimed; the next try is in {}", shard, period, e);
            return false;
        }
    }

    /** Claims a batch and returns its size. Places are taken first: the lease of a claim that waits for a place would run out. */
    private int claimBatch(int shard) throws InterruptedException {
        places.acquire(BATCH);
        int claimed = 0;
        try {
            Instant now = clock.instant();
            List<Claim> claims = due.claimDue(shard, now, BATCH, LEASE);
            claimed = claims.size();
            for (Claim claim : claims) {
                metrics.recordClaim(claim, now);
                threads.execute(() -> callClaimed(claim));
            }
            return claimed;
        } finally {
            places.release(BATCH - claimed);
        }
    }

    private void callClaimed(Claim claim) {
        try {
            calls.attemptAgain(claim);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn(
                    "Webhook {} to endpoint {} was not finished and is claimed again when its lease has ended: {}",
                    claim.webhook().id(),
                    claim.webhook().endpoint(),
                    e.toString());
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
