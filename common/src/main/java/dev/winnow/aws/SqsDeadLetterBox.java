package dev.winnow.aws;

import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.Delivery;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Dead letters on SQS, which cannot list: the first 200 letters are received and held for 20 s, and are on the queue again afterwards. A
 * letter that is sent again is on both queues for a moment. Any thread.
 */
final class SqsDeadLetterBox implements DeadLetterBox {
    private static final Duration HOLD = Duration.ofSeconds(20);
    private static final int BATCH = 10;

    private final SqsAsyncClient client;
    private final Supplier<QueueUrls> urls;
    private final String deadLetterQueue;
    private final Clock clock;
    private final Map<UUID, Held> held = new LinkedHashMap<>();
    private Instant heldUntil = Instant.EPOCH;

    private record Held(Letter letter, Message message) {}

    SqsDeadLetterBox(SqsAsyncClient client, Supplier<QueueUrls> urls, String deadLetterQueue, Clock clock) {
        this.client = client;
        this.urls = urls;
        this.deadLetterQueue = deadLetterQueue;
        this.clock = clock;
    }

    @Override
    public long countLetters() {
        return new SqsDepthGauge(client, deadLetterQueue).readDepth().total();
    }

    @Override
    public synchronized List<Group> groupLetters(int limit) {
        return readHeld().stream().collect(Collectors.groupingBy(Letter::reason)).entrySet().stream()
                .map(entry -> toGroup(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Group::count).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Letter> listLetters(@Nullable String reason, int limit) {
        return readHeld().stream()
                .filter(letter -> reason == null || letter.reason().equals(reason))
                .sorted(Comparator.comparing(Letter::failedAt).reversed())
                .limit(Math.min(limit, MAX_LIST))
                .toList();
    }

    @Override
    public synchronized Optional<Letter> findLetter(UUID envelope) {
        return readHeld().stream()
                .filter(letter -> letter.envelope().equals(envelope))
                .findFirst();
    }

    @Override
    public synchronized boolean redriveLetter(UUID envelope) {
        Held letter = takeHeld(envelope);
        if (letter == null) {
            return false;
        }
        var _ = SqsCall.awaitAnswer(
                "SQS did not take a dead letter to the live lane",
                () -> client.sendMessage(send -> send.queueUrl(urls.get().live())
                        .messageBody(letter.message().body())
                        .messageAttributes(Map.copyOf(letter.message().messageAttributes()))));
        delete(letter);
        return true;
    }

    @Override
    public synchronized boolean discardLetter(UUID envelope) {
        Held letter = takeHeld(envelope);
        if (letter == null) {
            return false;
        }
        delete(letter);
        return true;
    }

    private @Nullable Held takeHeld(UUID envelope) {
        List<Letter> _ = readHeld();
        return held.remove(envelope);
    }

    private List<Letter> readHeld() {
        if (!clock.instant().isBefore(heldUntil)) {
            held.clear();
            heldUntil = clock.instant().plus(HOLD);
            for (List<Message> batch = receive(); !batch.isEmpty() && held.size() < MAX_LIST; batch = receive()) {
                batch.forEach(this::hold);
            }
        }
        return held.values().stream().map(Held::letter).toList();
    }

    private List<Message> receive() {
        return SqsCall.awaitAnswer(
                        "SQS did not hand out dead letters",
                        () -> client.receiveMessage(
                                receive -> receive.queueUrl(urls.get().deadLetters())
                                        .maxNumberOfMessages(BATCH)
                                        .visibilityTimeout((int) HOLD.toSeconds())
                                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                        .messageAttributeNames("All")))
                .messages();
    }

    /** A message that is no envelope stays on the queue until its retention ends: it has no id to call it by. */
    private void hold(Message message) {
        try {
            UUID envelope = EnvelopeCodec.idOf(message.body());
            Delivery delivery = SqsAttributes.toDelivery(message, clock.instant());
            Letter letter = new Letter(
                    envelope,
                    textOf(message, SqsAttributes.REASON, "received too often"),
                    failedAt(message, delivery.sentAt()),
                    delivery.sentAt(),
                    delivery.receiveCount(),
                    textOf(message, SqsAttributes.RULESET, "unknown"),
                    message.body());
            held.put(envelope, new Held(letter, message));
        } catch (MalformedEnvelopeException e) {
            // See above.
        }
    }

    private void delete(Held letter) {
        var _ = SqsCall.awaitAnswer(
                "SQS did not delete a dead letter",
                () -> client.deleteMessage(delete -> delete.queueUrl(urls.get().deadLetters())
                        .receiptHandle(letter.message().receiptHandle())));
    }

    private static Instant failedAt(Message message, Instant otherwise) {
        try {
            return Instant.parse(textOf(message, SqsAttributes.FAILED_AT, otherwise.toString()));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static String textOf(Message message, String name, String otherwise) {
        MessageAttributeValue value = message.messageAttributes().get(name);
        return value == null || value.stringValue() == null ? otherwise : value.stringValue();
    }

    private static Group toGroup(String reason, List<Letter> letters) {
        List<Instant> times = letters.stream().map(Letter::failedAt).sorted().toList();
        return new Group(reason, letters.size(), times.getFirst(), times.getLast());
    }
}
