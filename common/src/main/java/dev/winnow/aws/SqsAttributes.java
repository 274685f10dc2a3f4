package dev.winnow.aws;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What travels beside an envelope. A sidelined one keeps the time it was first sent; a dead letter says why, when and under which rules,
 * and keeps saying so when it is sent again, by which a redrive is known.
 */
final class SqsAttributes {
    static final String SENT_AT = "sentAt";
    static final String REASON = "reason";
    static final String FAILED_AT = "failedAt";
    static final String RULESET = "ruleset";

    private SqsAttributes() {}

    static Map<String, MessageAttributeValue> of(DeadLetter letter) {
        return Map.of(
                REASON, text(letter.reason()),
                FAILED_AT, text(letter.failedAt().toString()),
                RULESET, text(letter.ruleset()));
    }

    /** A time in milliseconds since the epoch. */
    static MessageAttributeValue time(Instant time) {
        return MessageAttributeValue.builder()
                .dataType("Number")
                .stringValue(Long.toString(time.toEpochMilli()))
                .build();
    }

    static Delivery delivery(Message message) {
        MessageAttributeValue sentBefore = message.messageAttributes().get(SENT_AT);
        return new Delivery(
                message.receiptHandle(),
                message.body(),
                Integer.parseInt(system(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                millis(
                        sentBefore == null
                                ? system(message, MessageSystemAttributeName.SENT_TIMESTAMP)
                                : sentBefore.stringValue()),
                millis(system(message, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)),
                message.messageAttributes().containsKey(REASON));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value.isEmpty() ? "-" : value)
                .build();
    }

    private static Instant millis(String value) {
        return Instant.ofEpochMilli(Long.parseLong(value));
    }

    private static String system(Message message, MessageSystemAttributeName name) {
        @Nullable String value = message.attributes().get(name);
        if (value == null) {
            throw new IllegalStateException("SQS delivered message " + message.messageId() + " without " + name);
        }
        return value;
    }
}
