package dev.winnow.aws;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.WebhookJson;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attempts as one item for each endpoint and sender, which is overwritten: a million webhooks do not cost a million writes. */
final class DynamoAttemptLog implements AttemptLog {
    private static final String PREFIX = "h#a#";
    private static final String ITEM = "item";

    private final DynamoTable table;
    private final Clock clock;

    DynamoAttemptLog(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void saveAttempts(String endpoint, String writer, List<Attempt> latest) {
        Map<String, AttributeValue> item = new HashMap<>(DynamoTable.keyOf(PREFIX + endpoint, writer));
        item.put(ITEM, DynamoTable.stringValue(WebhookJson.writeValue(latest)));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(clock.instant().plus(RETENTION)));
        table.callClient(
                "save attempts",
                client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    @Override
    public List<Attempt> listAttempts(String endpoint) {
        Instant now = clock.instant();
        return table.queryItems("list attempts", PREFIX + endpoint).stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .flatMap(item -> WebhookJson.readAttempts(
                        DynamoTable.requireAttribute(item, ITEM).s())
                        .stream())
                .sorted(Comparator.comparing(Attempt::at).reversed())
                .toList();
    }
}
