package dev.winnow.aws;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.Retention;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks as one item beside the verdicts of their envelope. The item expires with the dead letters. */
final class DynamoCrashMarks implements CrashMarks {
    static final String SORT = "marks";

    private static final String SLOTS = "slots";

    private final DynamoTable table;

    DynamoCrashMarks(DynamoTable table) {
        this.table = table;
    }

    @Override
    public void markSlots(UUID envelope, Set<Integer> slots) {
        Map<String, AttributeValue> key = DynamoTable.envelopeKey(envelope, SORT);
        if (slots.isEmpty()) {
            table.callClient(
                    "take marks away",
                    client -> client.deleteItem(
                            delete -> delete.tableName(table.name()).key(key)));
            return;
        }
        Map<String, AttributeValue> item = new HashMap<>(key);
        Instant openedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope));
        item.put(
                SLOTS, AttributeValue.fromNs(slots.stream().map(String::valueOf).toList()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(openedAt.plus(Retention.DEAD_LETTERS)));
        table.callClient(
                "mark a slot",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public Set<Integer> findMarks(UUID envelope) {
        Map<String, AttributeValue> item = table.callClient(
                "read marks",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.envelopeKey(envelope, SORT))
                                .consistentRead(true))
                        .item());
        return item.isEmpty()
                ? Set.of()
                : DynamoTable.requireAttribute(item, SLOTS).ns().stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
