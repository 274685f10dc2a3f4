package dev.winnow.aws;

import dev.winnow.publication.WorkerRegistry;
import java.time.Clock;
import java.time.Instant;
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
        Instant now = clock.instant();
        return table
                .callClient(
                        "list the workers",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :all")
                                        .expressionAttributeValues(Map.of(":all", DynamoTable.stringValue(PARTITION))))
                                .items()
                                .stream()
                                .toList())
                .stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .collect(Collectors.toUnmodifiableMap(
                        item -> DynamoTable.requireAttribute(item, DynamoTable.SORT)
                                .s(),
                        item -> DynamoTable.requireAttribute(item, RULESET).s()));
    }
}
