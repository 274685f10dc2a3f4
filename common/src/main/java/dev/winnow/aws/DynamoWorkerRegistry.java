package dev.winnow.aws;

import dev.winnow.publication.WorkerRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Workers under one partition key, one item each, which its worker overwrites as long as it lives. */
final class DynamoWorkerRegistry implements WorkerRegistry {
    private static final String PARTITION = "w#rules";
    private static final String RULESET = "ruleset";

    private final DynamoTable table;
    private final Clock clock;

    DynamoWorkerRegistry(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void reportWorker(String worker, String ruleset) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PARTITION, worker));
        item.put(RULESET, DynamoTable.stringValue(ruleset));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(clock.instant().plus(GONE_AFTER)));
        table.callClient(
                "note a worker",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public Map<String, String> listWorkers() {
        Map<String, AttributeValue> all = Map.of(":all", DynamoTable.stringValue(PARTITION));
        return table.listLiving("list the workers", "pk = :all", all, clock.instant()).stream()
                .collect(Collectors.toUnmodifiableMap(
                        item -> DynamoTable.requireAttribute(item, DynamoTable.SORT)
                                .s(),
                        item -> DynamoTable.requireAttribute(item, RULESET).s()));
    }
}
