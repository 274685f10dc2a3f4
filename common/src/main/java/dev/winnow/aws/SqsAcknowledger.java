package dev.winnow.aws;

import dev.winnow.queue.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;

/**
 * Deletes finished deliveries, up to ten with one request. A delivery that is not deleted comes again and finds its verdicts stored, so that
 * a failure loses nothing. Any thread.
 */
final class SqsAcknowledger {
    private static final Logger log = LoggerFactory.getLogger(SqsAcknowledger.class);
    private static final long GATHERING_MILLIS = 200;

    /** The most entries of one request (SQS quota). */
    private static final int BATCH = 10;

    /** The error code for a delivery whose visibility time had ended or that another worker has finished: the work is done in both cases. */
    private static final String STALE_RECEIPT = "ReceiptHandleIsInvalid";

    private final SqsAsyncClient client;
    private final String url;
    private final ScheduledExecutorService timer;
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean timerIsSet = new AtomicBoolean();
    private final AtomicReference<CompletableFuture<?>> deletions =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    /** Uses the caller's timer. The caller stops it, so that it drops later tasks, and calls {@link #flushPending} afterwards. */
    SqsAcknowledger(SqsAsyncClient client, String url, ScheduledExecutorService timer) {
        this.client = client;
        this.url = url;
        this.timer = timer;
    }

    /** Has deliveries deleted within {@value #GATHERING_MILLIS} ms, together with others. */
    void acknowledgeDeliveries(List<Delivery> done) {
        done.forEach(delivery -> receipts.add(delivery.receipt()));
        if (!done.isEmpty() && timerIsSet.compareAndSet(false, true)) {
            Future<?> _ = timer.schedule(this::deleteGathered, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Deletes all finished deliveries now; completes when the queue has answered. */
    CompletableFuture<?> flushPending() {
        deleteGathered();
        return deletions.get();
    }

    private void deleteGathered() {
        timerIsSet.set(false);
        for (List<String> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            CompletableFuture<?> deletion = deleteBatch(batch);
            deletions.updateAndGet(earlier -> CompletableFuture.allOf(earlier, deletion));
        }
    }

    private List<String> nextBatch() {
        List<String> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            String receipt = receipts.poll();
            if (receipt == null) {
                break;
            }
            batch.add(receipt);
        }
        return batch;
    }

    private CompletableFuture<?> deleteBatch(List<String> batch) {
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, batch.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(batch.get(i))
                        .build())
                .toList();
        return SqsCall.startCall(() -> client.deleteMessageBatch(
                        request -> request.queueUrl(url).entries(entries)))
                .handle((response, failure) -> {
                    reportFailures(batch.size(), response, failure);
                    return null;
                });
    }

    private static void reportFailures(
            int count, @Nullable DeleteMessageBatchResponse response, @Nullable Throwable failure) {
        if (failure != null || response == null) {
            log.warn("{} finished deliveries were not acknowledged and come again: {}", count, String.valueOf(failure));
        } else {
            response.failed().forEach(SqsAcknowledger::reportFailures);
        }
    }

    private static void reportFailures(BatchResultErrorEntry entry) {
        if (!STALE_RECEIPT.equals(entry.code())) {
            log.warn("A finished delivery was not acknowledged and comes again: {} {}", entry.code(), entry.message());
        }
    }
}
