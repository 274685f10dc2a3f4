package dev.winnow.aws;

import dev.winnow.publication.TrippedRule;
import dev.winnow.publication.TrippedRules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rules that fuses put into shadow, all under one partition key, one item for each rule. */
final class DynamoTrippedRules implements TrippedRules {
    private static final String PARTITION = "w#fuse";
    private static final String PUBLICATION = "publication";
    private static final String REASON = "reason";
    private static final String AT = "at";

    private final DynamoTable table;
    private final Clock clock;

    DynamoTrippedRules(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void saveTripped(TrippedRule rule) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PARTITION, rule.rule()));
        item.put(PUBLICATION, DynamoTable.stringValue(rule.publication()));
        item.put(REASON, DynamoTable.stringValue(rule.reason()));
        item.put(AT, DynamoTable.numberValue(rule.at().toEpochMilli()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(rule.at().plus(RETENTION)));
        table.callClient(
                "save a tripped rule",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public List<TrippedRule> listTripped(String publication) {
        Instant now = clock.instant();
        return table.queryItems("list the tripped rules", PARTITION).stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .map(DynamoTrippedRules::toRule)
                .filter(rule -> rule.publication().equals(publication))
                .toList();
    }

    private static TrippedRule toRule(Map<String, AttributeValue> item) {
        return new TrippedRule(
                DynamoTable.requireAttribute(item, DynamoTable.SORT).s(),
                DynamoTable.requireAttribute(item, PUBLICATION).s(),
                DynamoTable.requireAttribute(item, REASON).s(),
                Instant.ofEpochMilli(
                        Long.parseLong(DynamoTable.requireAttribute(item, AT).n())));
    }
}
