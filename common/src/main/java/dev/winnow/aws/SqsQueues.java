package dev.winnow.aws;

import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.webhook.WebhookQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Opens the queues on SQS, or on a server with the same protocol. */
public final class SqsQueues {
    private SqsQueues() {}

    /** Opens a client of an emulator, which takes any credentials. The caller closes it. */
    public static SqsAsyncClient openEmulator(URI endpoint) {
        return AwsAccess.forEmulator(endpoint).openSqs();
    }

    /**
     * Opens the lanes and the queue of dead letters.
     *
     * @param client a client that the caller closes after the subscriptions of the queue
     * @throws IllegalStateException if a queue is missing; a missing queue is never made silently
     * @throws QueueUnavailableException if SQS does not answer
     */
    public static EnvelopeQueue openEnvelopes(SqsAsyncClient client, SqsSettings settings) {
        return new SqsEnvelopeQueue(client, findUrls(client, settings), settings);
    }

    /** Opens the dead letters of the queue of envelopes. Addresses are looked up at the first use. */
    public static DeadLetterBox openDeadLetters(SqsAsyncClient client, SqsSettings settings) {
        return new SqsDeadLetterBox(
                client, () -> findUrls(client, settings), settings.deadLetterQueue(), Clock.systemUTC());
    }

    /** Opens the gauge of a queue, whose address is looked up at the first reading. */
    public static DepthGauge openDepth(SqsAsyncClient client, String queue) {
        return new SqsDepthGauge(client, queue);
    }

    /**
     * Opens the queue of webhook notices between the scan workers and the callback senders. Its address is looked up at the first use, so
     * that a program without webhooks does not need the queue.
     *
     * @param client a client that the caller closes after the subscriptions of the queue
     */
    public static WebhookQueue openWebhooks(SqsAsyncClient client, WebhookQueueSettings settings) {
        return new SqsWebhookQueue(
                client,
                () -> findUrl(client, settings.queue()),
                () -> findUrl(client, settings.deadLetterQueue()),
                settings.visibility());
    }

    /** Makes the missing queues of webhook notices on an embedded server; on AWS Terraform makes them. */
    public static void createWebhooks(SqsAsyncClient client, WebhookQueueSettings settings) {
        createQueues(client, settings.visibility(), settings.queue(), settings.deadLetterQueue());
    }

    static QueueUrls findUrls(SqsAsyncClient client, SqsSettings settings) {
        return new QueueUrls(
                findUrl(client, settings.scanQueue()),
                findUrl(client, settings.bulkQueue()),
                findUrl(client, settings.deadLetterQueue()));
    }

    /** Makes the missing queues of envelopes on an embedded server; on AWS Terraform makes them. */
    public static void createQueues(SqsAsyncClient client, SqsSettings settings) {
        createQueues(
                client, settings.visibility(), settings.scanQueue(), settings.bulkQueue(), settings.deadLetterQueue());
    }

    private static void createQueues(SqsAsyncClient client, Duration visibility, String... names) {
        for (String name : names) {
            var _ = SqsCall.awaitAnswer(
                    "the SQS server did not create the queue '" + name + "'",
                    () -> client.createQueue(create -> create.queueName(name)
                            .attributes(Map.of(
                                    QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds())))));
        }
    }

    static String findUrl(SqsAsyncClient client, String name) {
        try {
            return SqsCall.awaitAnswer(
                            "SQS did not tell the address of queue '" + name + "'",
                            () -> client.getQueueUrl(request -> request.queueName(name)))
                    .queueUrl();
        } catch (QueueUnavailableException e) {
            if (e.getCause() instanceof QueueDoesNotExistException) {
                throw new IllegalStateException(
                        "there is no queue '" + name + "': create it, or set winnow.queue.* to the right names", e);
            }
            throw e;
        }
    }
}
