package dev.winnow.aws;

import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.webhook.WebhookQueue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Opens envelope queues on SQS, or on anything that speaks its protocol. */
public final class SqsQueues {
    private SqsQueues() {}

    /** A client of an emulator, which takes any credentials. The caller closes it. */
    public static SqsAsyncClient openEmulator(URI endpoint) {
        return AwsAccess.forEmulator(endpoint).openSqs();
    }

    /**
     * The lanes and the dead letters.
     *
     * @param client stays the caller's, who closes it after the queue's subscriptions
     * @throws IllegalStateException if a queue is missing; it is never made silently
     * @throws QueueUnavailableException if SQS does not answer
     */
    public static EnvelopeQueue openEnvelopes(SqsAsyncClient client, SqsSettings settings) {
        return new SqsEnvelopeQueue(client, findUrls(client, settings), settings);
    }

    /** How much is on a queue; which one is looked up when it is first asked. */
    public static DepthGauge openDepth(SqsAsyncClient client, String queue) {
        return new SqsDepthGauge(client, queue);
    }

    /**
     * The queue between the scan workers and the callback senders; its address is asked for when it is first used, so that nobody
     * depends on a queue that carries nothing.
     *
     * @param client stays the caller's, who closes it after the queue's subscriptions
     */
    public static WebhookQueue openWebhooks(SqsAsyncClient client, WebhookQueueSettings settings) {
        return new SqsWebhookQueue(
                client,
                () -> findUrl(client, settings.queue()),
                () -> findUrl(client, settings.deadLetterQueue()),
                settings.visibility());
    }

    /** Makes the callback queues, likewise for a server of our own. */
    public static void createWebhooks(SqsAsyncClient client, WebhookQueueSettings settings) {
        createQueues(client, settings.visibility(), settings.queue(), settings.deadLetterQueue());
    }

    static QueueUrls findUrls(SqsAsyncClient client, SqsSettings settings) {
        return new QueueUrls(
                findUrl(client, settings.scanQueue()),
                findUrl(client, settings.bulkQueue()),
                findUrl(client, settings.deadLetterQueue()));
    }

    /** Makes the queues that are missing, for a server of our own; on AWS that is Terraform's work. */
    public static void createQueues(SqsAsyncClient client, SqsSettings settings) {
        createQueues(
                client, settings.visibility(), settings.scanQueue(), settings.bulkQueue(), settings.deadLetterQueue());
    }

    private static void createQueues(SqsAsyncClient client, Duration visibility, String... names) {
        for (String name : names) {
            client.createQueue(create -> create.queueName(name)
                            .attributes(Map.of(
                                    QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()))))
                    .join();
        }
    }

    static String findUrl(SqsAsyncClient client, String name) {
        try {
            return client.getQueueUrl(request -> request.queueName(name)).join().queueUrl();
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueueDoesNotExistException) {
                throw new IllegalStateException(
                        "there is no queue '" + name + "': create it, or set winnow.queue.* to the right names", e);
            }
            throw new QueueUnavailableException(
                    "SQS does not tell the address of queue '" + name + "': " + e.getCause(), e);
        }
    }
}
