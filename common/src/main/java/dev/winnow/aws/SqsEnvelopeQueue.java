package dev.winnow.aws;

import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.SendResult;
import dev.winnow.queue.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** One standard SQS queue. */
final class SqsEnvelopeQueue implements EnvelopeQueue {
    private final SqsAsyncClient client;
    private final String url;
    private final SqsSettings settings;

    SqsEnvelopeQueue(SqsAsyncClient client, String url, SqsSettings settings) {
        this.client = client;
        this.url = url;
        this.settings = settings;
    }

    @Override
    public CompletableFuture<SendResult> send(List<SealedEnvelope> batch) {
        List<SendMessageBatchRequestEntry> entries =
                batch.stream().map(this::entry).toList();
        return client.sendMessageBatch(request -> request.queueUrl(url).entries(entries))
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new QueueUnavailableException("SQS did not confirm a batch of " + batch.size(), failure);
                    }
                    return result(response);
                });
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return SqsReceiver.start(client, url, settings, listener, concurrency);
    }

    private SendMessageBatchRequestEntry entry(SealedEnvelope envelope) {
        SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
                .id(envelope.id().toString())
                .messageBody(envelope.body());
        return settings.fairGroups()
                ? entry.messageGroupId(envelope.fairnessGroup()).build()
                : entry.build();
    }

    private static SendResult result(SendMessageBatchResponse response) {
        Set<UUID> confirmed = response.successful().stream()
                .map(entry -> UUID.fromString(entry.id()))
                .collect(Collectors.toUnmodifiableSet());
        Map<UUID, String> refused = response.failed().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> UUID.fromString(entry.id()), SqsEnvelopeQueue::reason));
        return new SendResult(confirmed, refused);
    }

    private static String reason(BatchResultErrorEntry entry) {
        return entry.code() + ": " + entry.message();
    }
}
