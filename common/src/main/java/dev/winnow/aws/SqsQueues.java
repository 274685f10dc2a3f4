package dev.winnow.aws;

import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Opens envelope queues on SQS, or on anything that speaks its protocol. */
public final class SqsQueues {
    private SqsQueues() {}

    /**
     * The scan queue.
     *
     * @param client stays the caller's, who closes it after the queue's subscriptions
     * @throws IllegalStateException if there is no queue of that name; it is never made silently
     * @throws QueueUnavailableException if SQS does not answer
     */
    public static EnvelopeQueue scanQueue(SqsAsyncClient client, SqsSettings settings) {
        return new SqsEnvelopeQueue(client, url(client, settings.scanQueue()), settings);
    }

    private static String url(SqsAsyncClient client, String name) {
        try {
            return client.getQueueUrl(request -> request.queueName(name)).join().queueUrl();
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueueDoesNotExistException) {
                throw new IllegalStateException(
                        "there is no queue '" + name + "': create it, or set winnow.queue.scan-queue to the right name",
                        e);
            }
            throw new QueueUnavailableException(
                    "SQS does not tell the address of queue '" + name + "': " + e.getCause(), e);
        }
    }
}
