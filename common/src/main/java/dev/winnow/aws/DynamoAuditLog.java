package dev.winnow.aws;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Entries of a month under one partition key. An entry is put on condition that there is none, so that none is changed. */
final class DynamoAuditLog implements AuditLog {
    private static final String PREFIX = "a#";

    private final DynamoTable table;
    private final Clock clock;

    DynamoAuditLog(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void appendEntry(AuditEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PREFIX + monthOf(entry.at()), entry.id()));
        item.put("at", DynamoTable.numberValue(entry.at().toEpochMilli()));
        item.put("by", DynamoTable.stringValue(entry.by()));
        item.put("role", DynamoTable.stringValue(entry.role()));
        item.put("channel", DynamoTable.stringValue(entry.channel()));
        item.put("action", DynamoTable.stringValue(entry.action()));
        item.put("target", DynamoTable.stringValue(entry.target()));
        item.put("detail", DynamoTable.stringValue(entry.detail()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(entry.at().plus(RETENTION)));
        try {
            table.callClient(
                    "save an audit entry",
                    client -> client.putItem(put ->
                            put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(pk)")));
        } catch (ConditionalCheckFailedException e) {
            throw new IllegalStateException("the audit log has an entry " + entry.id() + "; it was not changed", e);
        }
    }

    @Override
    public List<AuditEntry> listEntries(@Nullable String before, int limit) {
        Instant now = clock.instant();
        String end = before == null ? "~" : before;
        YearMonth month = before == null
                ? monthOf(now).plusMonths(1)
                : monthOf(Instant.ofEpochMilli(Long.parseLong(before.substring(0, 13))));
        YearMonth oldest = monthOf(now.minus(RETENTION));
        List<AuditEntry> entries = new ArrayList<>();
        for (; !month.isBefore(oldest) && entries.size() < limit; month = month.minusMonths(1)) {
            entries.addAll(listMonth(month, end, limit - entries.size(), now));
        }
        return entries;
    }

    private List<AuditEntry> listMonth(YearMonth month, String end, int limit, Instant now) {
        return table
                .callClient(
                        "list audit entries",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :month AND sk < :end")
                                        .expressionAttributeValues(Map.of(
                                                ":month",
                                                DynamoTable.stringValue(PREFIX + month),
                                                ":end",
                                                DynamoTable.stringValue(end)))
                                        .scanIndexForward(false)
                                        .consistentRead(true)
                                        .limit(limit))
                                .items()
                                .stream()
                                .filter(item -> !DynamoTable.isExpired(item, now))
                                .limit(limit)
                                .toList())
                .stream()
                .map(DynamoAuditLog::toEntry)
                .toList();
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }

    private static AuditEntry toEntry(Map<String, AttributeValue> item) {
        return new AuditEntry(
                textOf(item, DynamoTable.SORT),
                Instant.ofEpochMilli(
                        Long.parseLong(DynamoTable.requireAttribute(item, "at").n())),
                textOf(item, "by"),
                textOf(item, "role"),
                textOf(item, "channel"),
                textOf(item, "action"),
                textOf(item, "target"),
                textOf(item, "detail"));
    }

    private static String textOf(Map<String, AttributeValue> item, String name) {
        return DynamoTable.requireAttribute(item, name).s();
    }
}
