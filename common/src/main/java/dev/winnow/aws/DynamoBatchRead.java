package dev.winnow.aws;

import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads up to 100 keys, asking again for those that DynamoDB left unprocessed (it does when a partition is throttled or the answer
 * would pass 16 MB), after growing random pauses and only until the time is up. Any thread.
 */
final class DynamoBatchRead {
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final DynamoTable table;
    private final Duration timeout;

    DynamoBatchRead(DynamoTable table, Duration timeout) {
        this.table = table;
        this.timeout = timeout;
    }

    /** The items that there are, in no order. */
    List<Map<String, AttributeValue>> readItems(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>(keys.size());
        List<Map<String, AttributeValue>> left = keys;
        long deadline = System.nanoTime() + timeout.toNanos();
        for (long pause = FIRST_PAUSE_MILLIS; !left.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            List<Map<String, AttributeValue>> asked = left;
            BatchGetItemResponse answer = table.callClient(
                    "read a batch",
                    client -> client.batchGetItem(get -> get.requestItems(Map.of(
                            table.name(),
                            KeysAndAttributes.builder().keys(asked).build()))));
            items.addAll(answer.responses().getOrDefault(table.name(), List.of()));
            KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table.name());
            left = unprocessed == null ? List.of() : unprocessed.keys();
            if (!left.isEmpty()) {
                pauseBefore(deadline, pause, left.size());
            }
        }
        return items;
    }

    private void pauseBefore(long deadline, long pauseMillis, int left) {
        long pause = TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, pauseMillis + 1));
        if (System.nanoTime() + pause >= deadline) {
            throw new StoreUnavailableException(
                    "DynamoDB table '" + table.name() + "' left " + left + " keys unread for " + timeout,
                    new IllegalStateException("unprocessed keys"));
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while reading a batch", e);
        }
    }
}
