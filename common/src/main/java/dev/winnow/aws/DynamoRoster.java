package dev.winnow.aws;

import dev.winnow.publication.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Workers under one partition key, one item each, overwritten as long as the worker lives. */
final class DynamoRoster implements Roster {
    private static final String PARTITION = "w#rules";
    private static final String RULESET = "ruleset";

    private final DynamoTable table;
    private final Clock clock;

    DynamoRoster(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void report(String worker, String ruleset) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.key(PARTITION, worker));
        item.put(RULESET, DynamoTable.string(ruleset));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(clock.instant().plus(GONE_AFTER)));
        table.call(
                "note a worker",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public Map<String, String> workers() {
        Instant now = clock.instant();
        return table
                .call(
                        "list the workers",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :all")
                                        .expressionAttributeValues(Map.of(":all", DynamoTable.string(PARTITION))))
                                .items()
                                .stream()
                                .toList())
                .stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .collect(Collectors.toUnmodifiableMap(
                        item -> DynamoTable.attribute(item, DynamoTable.SORT).s(),
                        item -> DynamoTable.attribute(item, RULESET).s()));
    }
}
