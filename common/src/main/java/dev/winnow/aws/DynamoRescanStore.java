package dev.winnow.aws;

import dev.winnow.history.RescanStore;
import dev.winnow.history.StoredRescan;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import tools.jackson.databind.json.JsonMapper;

/** The rescans of a fleet, all under one partition key, one item for each. */
final class DynamoRescanStore implements RescanStore {
    private static final String PARTITION = "j#rescans";
    private static final String REVISION = "revision";
    private static final String RESCAN = "rescan";

    private final DynamoTable table;
    private final Clock clock;

    DynamoRescanStore(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean saveRescan(StoredRescan rescan) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PARTITION, rescan.id()));
        item.put(REVISION, DynamoTable.numberValue(rescan.revision()));
        item.put(RESCAN, DynamoTable.stringValue(JsonMapper.shared().writeValueAsString(rescan)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(rescan.expiresAt()));
        PutItemRequest.Builder put =
                PutItemRequest.builder().tableName(table.name()).item(item);
        if (rescan.revision() == 1) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else {
            put.conditionExpression("revision = :before")
                    .expressionAttributeValues(Map.of(":before", DynamoTable.numberValue(rescan.revision() - 1)));
        }
        try {
            table.callClient("save a rescan", client -> client.putItem(put.build()));
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return table.queryItems("read the rescans", PARTITION).stream()
                    .map(DynamoRescanStore::toRescan)
                    .anyMatch(rescan::equals);
        }
    }

    @Override
    public List<StoredRescan> listRescans() {
        Instant now = clock.instant();
        return table.queryItems("list the rescans", PARTITION).stream()
                .map(DynamoRescanStore::toRescan)
                .filter(rescan -> now.isBefore(rescan.expiresAt()))
                .sorted(Comparator.comparing(StoredRescan::startedAt).thenComparing(StoredRescan::id))
                .toList();
    }

    private static StoredRescan toRescan(Map<String, AttributeValue> item) {
        return JsonMapper.shared()
                .readValue(DynamoTable.requireAttribute(item, RESCAN).s(), StoredRescan.class);
    }
}
