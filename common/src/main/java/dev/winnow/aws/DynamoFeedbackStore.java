package dev.winnow.aws;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Feedback of a tenant under one partition key, one item a message and key. */
final class DynamoFeedbackStore implements FeedbackStore {
    private static final String PREFIX = "f#";

    private final DynamoTable table;
    private final Clock clock;

    DynamoFeedbackStore(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void save(Feedback feedback) {
        table.call(
                "save feedback",
                client -> client.putItem(put -> put.tableName(table.name()).item(item(feedback))));
    }

    @Override
    public List<Feedback> of(String tenant) {
        Instant now = clock.instant();
        return table
                .call(
                        "read feedback",
                        client -> client
                                .queryPaginator(query -> query.tableName(table.name())
                                        .keyConditionExpression("pk = :tenant")
                                        .expressionAttributeValues(
                                                Map.of(":tenant", DynamoTable.string(PREFIX + tenant))))
                                .items()
                                .stream()
                                .toList())
                .stream()
                .filter(item -> !DynamoTable.isExpired(item, now))
                .map(item -> feedback(tenant, item))
                .toList();
    }

    private static Map<String, AttributeValue> item(Feedback feedback) {
        Map<String, AttributeValue> item =
                new HashMap<>(DynamoTable.key(PREFIX + feedback.tenant(), feedback.messageId() + "#" + feedback.key()));
        item.put("message", DynamoTable.string(feedback.messageId()));
        item.put("key", DynamoTable.string(feedback.key()));
        item.put("label", DynamoTable.string(feedback.label().name()));
        item.put("givenAt", DynamoTable.number(feedback.givenAt().toEpochMilli()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(feedback.givenAt().plus(RETENTION)));
        if (feedback.topic() != null) {
            item.put("topic", DynamoTable.string(feedback.topic().name()));
        }
        if (feedback.verdict() != null) {
            item.put("verdict", DynamoTable.string(feedback.verdict()));
        }
        if (feedback.textHash() != null) {
            item.put("textHash", DynamoTable.string(feedback.textHash()));
        }
        if (!feedback.rules().isEmpty()) {
            item.put("rules", DynamoTable.strings(feedback.rules()));
        }
        return item;
    }

    private static Feedback feedback(String tenant, Map<String, AttributeValue> item) {
        @Nullable String topic = text(item, "topic");
        AttributeValue rules = item.get("rules");
        return new Feedback(
                tenant,
                DynamoTable.attribute(item, "key").s(),
                DynamoTable.attribute(item, "message").s(),
                Feedback.Label.valueOf(DynamoTable.attribute(item, "label").s()),
                topic == null ? null : Feedback.Topic.valueOf(topic),
                text(item, "verdict"),
                rules == null
                        ? List.of()
                        : rules.l().stream().map(AttributeValue::s).toList(),
                text(item, "textHash"),
                Instant.ofEpochMilli(
                        Long.parseLong(DynamoTable.attribute(item, "givenAt").n())));
    }

    private static @Nullable String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }
}
