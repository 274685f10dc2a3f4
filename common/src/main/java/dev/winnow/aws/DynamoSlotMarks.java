package dev.winnow.aws;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.SlotMarks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks beside the verdicts of their envelope; gone with the dead letters. */
final class DynamoSlotMarks implements SlotMarks {
    static final String SORT = "marks";

    private static final String SLOTS = "slots";

    private final DynamoTable table;

    DynamoSlotMarks(DynamoTable table) {
        this.table = table;
    }

    @Override
    public void mark(UUID envelope, Set<Integer> slots) {
        Map<String, AttributeValue> key = DynamoTable.envelopeKey(envelope, SORT);
        if (slots.isEmpty()) {
            table.call(
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
        table.call(
                "mark a slot",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public Set<Integer> marked(UUID envelope) {
        Map<String, AttributeValue> item = table.call(
                "read marks",
                client -> client.getItem(get -> get.tableName(table.name())
                                .key(DynamoTable.envelopeKey(envelope, SORT))
                                .consistentRead(true))
                        .item());
        return item.isEmpty()
                ? Set.of()
                : DynamoTable.attribute(item, SLOTS).ns().stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
