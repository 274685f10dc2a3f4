package dev.winnow.aws;

import dev.winnow.statistics.TenantUsage;
import dev.winnow.statistics.UsageCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** The usage of a tenant under one partition key, an item for each day and process. */
final class DynamoTenantUsage implements TenantUsage {
    private static final String PREFIX = "s#t#";
    private static final String ITEM = "item";

    private final DynamoTable table;
    private final Clock clock;

    DynamoTenantUsage(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void saveDay(String tenant, LocalDate day, String writer, UsageCounts counts) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PREFIX + tenant, day + "#" + writer));
        item.put(ITEM, DynamoTable.stringValue(JsonMapper.shared().writeValueAsString(counts)));
        item.put(
                DynamoTable.EXPIRES,
                DynamoTable.expiresAt(
                        day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT)));
        table.callClient(
                "save the usage of a tenant",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public SortedMap<LocalDate, UsageCounts> listDays(String tenant, LocalDate from, LocalDate to) {
        List<Map<String, AttributeValue>> items = table.queryRange(
                "list the usage of a tenant",
                PREFIX + tenant,
                from.toString(),
                to.plusDays(1).toString());
        Instant now = clock.instant();
        SortedMap<LocalDate, UsageCounts> days = new TreeMap<>();
        for (Map<String, AttributeValue> item : items) {
            if (!DynamoTable.isExpired(item, now)) {
                String sort =
                        DynamoTable.requireAttribute(item, DynamoTable.SORT).s();
                String json = DynamoTable.requireAttribute(item, ITEM).s();
                days.merge(
                        LocalDate.parse(sort.substring(0, sort.indexOf('#'))),
                        JsonMapper.shared().readValue(json, UsageCounts.class),
                        UsageCounts::plus);
            }
        }
        return days;
    }
}
