package dev.winnow.aws;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Feedback of a tenant under one partition key, one item for each message and API key. */
final class DynamoFeedbackStore implements FeedbackStore {
    private static final String PREFIX = "f#";

    private final DynamoTable table;
    private final Clock clock;

    DynamoFeedbackStore(DynamoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Feedback> saveFeedback(Feedback feedback) {
        Map<String, AttributeValue> earlier = table.callClient(
                "save feedback",
                client -> client.putItem(put -> put.tableName(table.name())
                                .item(toItem(feedback))
                                .returnValues(ReturnValue.ALL_OLD))
                        .attributes());
        return earlier.isEmpty() ? Optional.empty() : Optional.of(toFeedback(feedback.tenant(), earlier));
    }

    @Override
    public List<Feedback> listFeedback(String tenant) {
        Map<String, AttributeValue> values = Map.of(":tenant", DynamoTable.stringValue(PREFIX + tenant));
        return table.listLiving("read feedback", "pk = :tenant", values, clock.instant()).stream()
                .map(item -> toFeedback(tenant, item))
                .toList();
    }

    @Override
    public List<Feedback> listFeedback(String tenant, String messageId) {
        String condition = "pk = :tenant AND begins_with(sk, :message)";
        Map<String, AttributeValue> values = Map.of(
                ":tenant", DynamoTable.stringValue(PREFIX + tenant),
                ":message", DynamoTable.stringValue(messageId + "#"));
        return table.listLiving("read the feedback about a message", condition, values, clock.instant()).stream()
                .map(item -> toFeedback(tenant, item))
                .toList();
    }

    private static Map<String, AttributeValue> toItem(Feedback feedback) {
        Map<String, AttributeValue> item = new HashMap<>(
                DynamoTable.keyOf(PREFIX + feedback.tenant(), feedback.messageId() + "#" + feedback.key()));
        item.put("message", DynamoTable.stringValue(feedback.messageId()));
        item.put("key", DynamoTable.stringValue(feedback.key()));
        item.put("label", DynamoTable.stringValue(feedback.label().name()));
        item.put("givenAt", DynamoTable.numberValue(feedback.givenAt().toEpochMilli()));
        item.put(DynamoTable.EXPIRES, DynamoTable.expiresAt(feedback.givenAt().plus(RETENTION)));
        if (feedback.topic() != null) {
            item.put("topic", DynamoTable.stringValue(feedback.topic().name()));
        }
        if (feedback.verdict() != null) {
            item.put("verdict", DynamoTable.stringValue(feedback.verdict()));
        }
        if (feedback.textHash() != null) {
            item.put("textHash", DynamoTable.stringValue(feedback.textHash()));
        }
        if (!feedback.rules().isEmpty()) {
            item.put("rules", DynamoTable.stringList(feedback.rules()));
        }
        return item;
    }

    private static Feedback toFeedback(String tenant, Map<String, AttributeValue> item) {
        @Nullable String topic = findText(item, "topic");
        AttributeValue rules = item.get("rules");
        return new Feedback(
                tenant,
                DynamoTable.requireAttribute(item, "key").s(),
                DynamoTable.requireAttribute(item, "message").s(),
                Feedback.Label.valueOf(
                        DynamoTable.requireAttribute(item, "label").s()),
                topic == null ? null : Feedback.Topic.valueOf(topic),
                findText(item, "verdict"),
                rules == null
                        ? List.of()
                        : rules.l().stream().map(AttributeValue::s).toList(),
                findText(item, "textHash"),
                Instant.ofEpochMilli(Long.parseLong(
                        DynamoTable.requireAttribute(item, "givenAt").n())));
    }

    private static @Nullable String findText(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }
}
