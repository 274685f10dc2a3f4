package dev.winnow.aws;

import dev.winnow.store.BackOff;
import dev.winnow.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads up to 100 keys. DynamoDB leaves keys unprocessed when a partition is throttled or the answer would pass 16 MB; they are asked for
 * again after growing random pauses, until the timeout. Any thread.
 */
final class DynamoBatchRead {
    private static final BackOff PAUSES = new BackOff(Duration.ofMillis(10), Duration.ofMillis(500), 1);

    private final DynamoTable table;
    private final Duration timeout;

    DynamoBatchRead(DynamoTable table, Duration timeout) {
        this.table = table;
        this.timeout = timeout;
    }

    /** The items of the keys, in no particular order; a key without an item is left out. */
    List<Map<String, AttributeValue>> readItems(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>(keys.size());
        List<Map<String, AttributeValue>> left = keys;
        long deadline = System.nanoTime() + timeout.toNanos();
        for (int rounds = 1; !left.isEmpty(); rounds++) {
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
                pauseBefore(deadline, PAUSES.pauseAfter(rounds), left.size());
            }
        }
        return items;
    }

    private void pauseBefore(long deadline, Duration pause, int left) {
        if (System.nanoTime() + pause.toNanos() >= deadline) {
            throw new StoreUnavailableException(
                    "DynamoDB table '" + table.name() + "' left " + left + " keys unread for " + timeout,
                    new IllegalStateException("unprocessed keys"));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while reading a batch", e);
        }
    }
}
