package dev.winnow.aws;

import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.RuleSums;
import dev.winnow.statistics.RuleSumsCodec;
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

/** The sums of rules: the hours of a day under one partition key, an item for each hour and process, and all days under another. */
final class DynamoRuleStatistics implements RuleStatistics {
    private static final String HOURS = "s#h#";
    private static final String DAYS = "s#d";
    private static final String ITEM = "item";

    private final DynamoTable table;
    private final Clock clock;

    DynamoRuleStatistics(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void saveHour(String writer, Instant hour, RuleSums sums) {
        putSums(HOURS + LocalDate.ofInstant(hour, ZoneOffset.UTC), hour + "#" + writer, sums, hour.plus(HOURS_KEPT));
    }

    @Override
    public SortedMap<Instant, RuleSums> listHours(LocalDate day) {
        SortedMap<Instant, RuleSums> hours = new TreeMap<>();
        for (Map<String, AttributeValue> item : living(table.queryItems("list the hours of rules", HOURS + day))) {
            String sort = DynamoTable.requireAttribute(item, DynamoTable.SORT).s();
            hours.merge(Instant.parse(sort.substring(0, sort.indexOf('#'))), sumsOf(item), RuleSums::plus);
        }
        return hours;
    }

    @Override
    public void saveDay(LocalDate day, RuleSums sums) {
        putSums(
                DAYS,
                day.toString(),
                sums,
                day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(DAYS_KEPT));
    }

    @Override
    public SortedMap<LocalDate, RuleSums> listDays(LocalDate from, LocalDate to) {
        List<Map<String, AttributeValue>> items = table.callClient(
                "list the days of rules",
                client -> client
                        .queryPaginator(query -> query.tableName(table.name())
                                .keyConditionExpression("pk = :days AND sk BETWEEN :from AND :to")
                                .expressionAttributeValues(Map.of(
                                        ":days", DynamoTable.stringValue(DAYS),
                                        ":from", DynamoTable.stringValue(from.toString()),
                                        ":to", DynamoTable.stringValue(to.toString())))
                                .consistentRead(true))
                        .items()
                        .stream()
                        .toList());
        SortedMap<LocalDate, RuleSums> days = new TreeMap<>();
        for (Map<String, AttributeValue> item : living(items)) {
            days.put(
                    LocalDate.parse(
                            DynamoTable.requireAttribute(item, DynamoTable.SORT).s()),
                    sumsOf(item));
        }
        return days;
    }

    private void putSums(String partition, String sort, RuleSums sums, Instant expires) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(partition, sort));
        item.put(ITEM, DynamoTable.stringValue(RuleSumsCodec.encode(sums)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(expires));
        table.callClient(
                "save the sums of rules",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    private List<Map<String, AttributeValue>> living(List<Map<String, AttributeValue>> items) {
        Instant now = clock.instant();
        return items.stream().filter(item -> !DynamoTable.isExpired(item, now)).toList();
    }

    private static RuleSums sumsOf(Map<String, AttributeValue> item) {
        return RuleSumsCodec.decode(DynamoTable.requireAttribute(item, ITEM).s());
    }
}
