package dev.winnow.aws;

import dev.winnow.queue.Delivery;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/** Deletes finished deliveries. One that cannot be deleted comes again and finds its verdicts stored, so failing here loses nothing. */
final class SqsAcknowledger {
    private static final Logger log = LoggerFactory.getLogger(SqsAcknowledger.class);

    /** The visibility time had ended or another worker was faster: either way the work is done. */
    private static final String STALE_RECEIPT = "ReceiptHandleIsInvalid";

    private final SqsAsyncClient client;
    private final String url;

    SqsAcknowledger(SqsAsyncClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** Deletes 0 to 10 deliveries with one request and waits for it. */
    void acknowledge(List<Delivery> done) {
        if (done.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, done.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(done.get(i).receipt())
                        .build())
                .toList();
        try {
            client.deleteMessageBatch(request -> request.queueUrl(url).entries(entries))
                    .join()
                    .failed()
                    .forEach(SqsAcknowledger::report);
        } catch (CompletionException e) {
            log.warn("{} finished deliveries were not acknowledged and come again: {}", done.size(), e.toString());
        }
    }

    private static void report(BatchResultErrorEntry entry) {
        if (!STALE_RECEIPT.equals(entry.code())) {
            log.warn("A finished delivery was not acknowledged and comes again: {} {}", entry.code(), entry.message());
        }
    }
}
