package dev.winnow.aws;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import dev.winnow.webhook.WebhookQueue;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Two standard SQS queues: one for webhook notices, and one for their dead letters. */
final class SqsWebhookQueue implements WebhookQueue {
    private final SqsAsyncClient client;
    private final Supplier<String> findQueue;
    private final Supplier<String> findDeadLetters;
    private final Duration visibility;
    private volatile @Nullable String queue;

    SqsWebhookQueue(
            SqsAsyncClient client, Supplier<String> findQueue, Supplier<String> findDeadLetters, Duration visibility) {
        this.client = client;
        this.findQueue = findQueue;
        this.findDeadLetters = findDeadLetters;
        this.visibility = visibility;
    }

    @Override
    public void sendNotice(WebhookNotice notice) {
        putMessage(queue(), WebhookJson.writeValue(notice), Map.of());
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return SqsReceiver.start(client, queue(), visibility, listener, concurrency);
    }

    @Override
    public void buryLetter(DeadLetter letter) {
        putMessage(findDeadLetters.get(), SqsAttributes.bodyOf(letter), SqsAttributes.fromLetter(letter));
    }

    private void putMessage(String url, String body, Map<String, MessageAttributeValue> attributes) {
        var _ = SqsCall.awaitAnswer(
                "SQS did not take a webhook notice",
                () -> client.sendMessage(
                        send -> send.queueUrl(url).messageBody(body).messageAttributes(attributes)));
    }

    /** The address of the queue. Two threads may both look it up; both get the same address. */
    private String queue() {
        String known = queue;
        if (known == null) {
            known = findQueue.get();
            queue = known;
        }
        return known;
    }
}
