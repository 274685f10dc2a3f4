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

/** Claims what is due and has it called, shard after shard, in another order each time so that several senders do not get in step. */
final class DueSweeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DueSweeper.class);
    private static final int BATCH = 25;
    private static final int MAX_AT_ONCE = 500;

    /** Longer than a call with its wait for a place, and than a shutdown. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DueWebhooks due;
    private final CallAttempts runner;
    private final ExecutorService threads;
    private final SenderMetrics metrics;
    private final Clock clock;
    private final Duration period;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);
    private final Thread thread;

    private DueSweeper(
            DueWebhooks due,
            CallAttempts runner,
            ExecutorService threads,
            SenderMetrics metrics,
            Clock clock,
            Duration period) {
        this.due = due;
        this.runner = runner;
        this.threads = threads;
        this.metrics = metrics;
        this.clock = clock;
        this.period = period;
        this.thread = Thread.ofVirtual().name("due-callbacks").unstarted(this::sweepUntilInterrupted);
    }

    static DueSweeper start(
            DueWebhooks due,
            CallAttempts runner,
            ExecutorService threads,
            SenderMetrics metrics,
            Clock clock,
            Duration period) {
        DueSweeper sweeper = new DueSweeper(due, runner, threads, metrics, clock, period);
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
            for (int shard : shards) {
                while (sweepShards(shard) == BATCH) {
                    log.debug("More is due in shard {}", shard);
                }
            }
            metrics.recordSweep();
        } catch (StoreUnavailableException e) {
            log.warn("Due callbacks cannot be claimed, the next try is in {}: {}", period, e.getMessage());
        }
    }

    /** Takes places before it claims: a claim that waits would run out. */
    private int sweepShards(int shard) throws InterruptedException {
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
            runner.attemptAgain(claim);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("A due callback was not finished, it comes again: {}", e.toString());
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
