package dev.winnow.aws;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Three standard SQS queues: one for each lane, and one for dead letters. */
final class SqsEnvelopeQueue implements EnvelopeQueue {
    private final SqsAsyncClient client;
    private final QueueUrls urls;
    private final SqsSettings settings;

    SqsEnvelopeQueue(SqsAsyncClient client, QueueUrls urls, SqsSettings settings) {
        this.client = client;
        this.urls = urls;
        this.settings = settings;
    }

    @Override
    public CompletableFuture<SendResult> sendBatch(List<SealedEnvelope> batch) {
        Map<Priority, List<SealedEnvelope>> lanes =
                batch.stream().collect(Collectors.groupingBy(SealedEnvelope::priority));
        return lanes.entrySet().stream()
                .map(lane -> send(urls.urlOf(lane.getKey()), lane.getValue()))
                .reduce((one, other) -> one.thenCombine(other, SqsEnvelopeQueue::mergeResults))
                .orElseThrow(() -> new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " envelopes"));
    }

    @Override
    public Subscription subscribeLane(Priority lane, DeliveryListener listener, int concurrency) {
        return SqsReceiver.start(client, urls.urlOf(lane), settings.visibility(), listener, concurrency);
    }

    @Override
    public List<Delivery> sidelineDeliveries(List<Delivery> old) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, old.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(old.get(i).body())
                        .messageAttributes(Map.of(
                                SqsAttributes.SENT_AT,
                                SqsAttributes.timeAttribute(old.get(i).sentAt())))
                        .build())
                .toList();
        return SqsCall.awaitAnswer(
                        "SQS did not take " + old.size() + " envelopes to the bulk lane",
                        () -> client.sendMessageBatch(
                                request -> request.queueUrl(urls.bulk()).entries(entries)))
                .successful()
                .stream()
                .map(entry -> old.get(Integer.parseInt(entry.id())))
                .toList();
    }

    @Override
    public void buryDelivery(DeadLetter letter) {
        var _ = SqsCall.awaitAnswer(
                "SQS did not take a dead letter with the reason '" + letter.reason() + "'",
                () -> client.sendMessage(request -> request.queueUrl(urls.deadLetters())
                        .messageBody(SqsAttributes.bodyOf(letter))
                        .messageAttributes(SqsAttributes.fromLetter(letter))));
    }

    private CompletableFuture<SendResult> send(String url, List<SealedEnvelope> batch) {
        List<SendMessageBatchRequestEntry> entries =
                batch.stream().map(this::toEntry).toList();
        return SqsCall.startCall(() ->
                        client.sendMessageBatch(request -> request.queueUrl(url).entries(entries)))
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new QueueUnavailableException(
                                "SQS did not confirm a batch of " + batch.size() + " envelopes", failure);
                    }
                    return toResult(response);
                });
    }

    private SendMessageBatchRequestEntry toEntry(SealedEnvelope envelope) {
        SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
                .id(envelope.id().toString())
                .messageBody(envelope.body());
        return settings.fairGroups()
                ? entry.messageGroupId(envelope.fairnessGroup()).build()
                : entry.build();
    }

    private static SendResult toResult(SendMessageBatchResponse response) {
        Set<UUID> confirmed = response.successful().stream()
                .map(SendMessageBatchResultEntry::id)
                .map(UUID::fromString)
                .collect(Collectors.toUnmodifiableSet());
        Map<UUID, String> refused = response.failed().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> UUID.fromString(entry.id()), SqsEnvelopeQueue::describeError));
        return new SendResult(confirmed, refused);
    }

    private static SendResult mergeResults(SendResult one, SendResult other) {
        Set<UUID> confirmed = new HashSet<>(one.confirmed());
        confirmed.addAll(other.confirmed());
        Map<UUID, String> refused = new HashMap<>(one.refused());
        refused.putAll(other.refused());
        return new SendResult(confirmed, refused);
    }

    private static String describeError(BatchResultErrorEntry entry) {
        return entry.code() + ": " + entry.message();
    }
}
