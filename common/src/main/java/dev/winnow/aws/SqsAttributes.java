package dev.winnow.aws;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The attributes of a message on SQS. A sidelined envelope keeps the time of its first send. A dead letter has a reason, a time and a rule
 * set, and keeps them when it is sent again, which marks the redrive.
 */
final class SqsAttributes {
    static final String SENT_AT = "sentAt";
    static final String REASON = "reason";
    static final String FAILED_AT = "failedAt";
    static final String RULESET = "ruleset";

    /** The most by which the clock of a sender may be ahead. */
    private static final Duration FUTURE = Duration.ofDays(1);

    /** The most bytes of a message, its attributes included, that every SQS queue takes; some take more. */
    private static final int MAX_MESSAGE_BYTES = 262_144;

    /** The most bytes that the attributes of a dead letter need. */
    private static final int ATTRIBUTE_BYTES = 8_192;

    private SqsAttributes() {}

    static Map<String, MessageAttributeValue> fromLetter(DeadLetter letter) {
        return Map.of(
                REASON, textAttribute(letter.reason()),
                FAILED_AT, textAttribute(letter.failedAt().toString()),
                RULESET, textAttribute(letter.ruleset()));
    }

    /** The body of a dead letter, cut to leave space for the attributes: SQS refuses an empty body and one that is too long. */
    static String bodyOf(DeadLetter letter) {
        String body = letter.delivery().body();
        if (body.isEmpty()) {
            return "-";
        }
        int length = Math.min(body.length(), MAX_MESSAGE_BYTES - ATTRIBUTE_BYTES);
        while (body.substring(0, length).getBytes(StandardCharsets.UTF_8).length
                > MAX_MESSAGE_BYTES - ATTRIBUTE_BYTES) {
            length = length * 3 / 4;
        }
        boolean splitsPair = length < body.length() && length > 0 && Character.isHighSurrogate(body.charAt(length - 1));
        return body.substring(0, splitsPair ? length - 1 : length);
    }

    /** Writes a time in milliseconds since the epoch. */
    static MessageAttributeValue timeAttribute(Instant time) {
        return MessageAttributeValue.builder()
                .dataType("Number")
                .stringValue(Long.toString(time.toEpochMilli()))
                .build();
    }

    /** Reads a delivery from any message: an attribute that is missing or no number counts as not given. */
    static Delivery toDelivery(Message message, Instant now) {
        Instant sentByQueue = timeAttribute(systemAttribute(message, MessageSystemAttributeName.SENT_TIMESTAMP), now)
                .orElse(now);
        MessageAttributeValue sentBefore = message.messageAttributes().get(SENT_AT);
        return new Delivery(
                message.receiptHandle(),
                message.body() == null ? "" : message.body(),
                receiveCount(systemAttribute(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
                sentBefore == null
                        ? sentByQueue
                        : timeAttribute(sentBefore.stringValue(), now).orElse(sentByQueue),
                timeAttribute(
                                systemAttribute(
                                        message, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP),
                                now)
                        .orElse(now),
                message.messageAttributes().containsKey(REASON));
    }

    /** Writes a text for SQS, which takes the characters of XML 1.0 only. Other characters are replaced, so that no reason is refused. */
    private static MessageAttributeValue textAttribute(String value) {
        StringBuilder allowed = new StringBuilder(value.length());
        value.codePoints().map(SqsAttributes::allowed).forEach(allowed::appendCodePoint);
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(allowed.isEmpty() ? "-" : allowed.toString())
                .build();
    }

    private static int allowed(int c) {
        boolean isAllowed = c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
        return isAllowed ? c : 0xFFFD;
    }

    private static int receiveCount(@Nullable String value) {
        try {
            return value == null ? 1 : Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Reads milliseconds since the epoch; empty for a text that is no number and for a time before 1970 or more than a day ahead. */
    private static Optional<Instant> timeAttribute(@Nullable String value, Instant now) {
        try {
            return Optional.ofNullable(value)
                    .map(Long::parseLong)
                    .map(Instant::ofEpochMilli)
                    .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(now.plus(FUTURE)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String systemAttribute(Message message, MessageSystemAttributeName name) {
        return message.attributes().get(name);
    }
}
