package dev.winnow.service;

import dev.winnow.aws.SqsSettings;
import dev.winnow.aws.WebhookQueueSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SQS queues.
 *
 * @param scanQueue the name of the queue that carries live envelopes from the API to the workers
 * @param bulkQueue the same for bulk envelopes, and for live ones that are too old to be first
 * @param deadLetterQueue the name of the queue for what could not be worked on
 * @param callbackQueue the name of the queue that carries notices from the workers to the callback senders
 * @param callbackDeadLetterQueue the name of the queue for notices that could not be worked on
 * @param visibility how long a delivery is hidden from other workers when its worker dies, 1 s to 12 h; a living worker prolongs it
 * @param fairGroups whether envelopes carry their fairness group (SQS fair queues, billed per request)
 */
@ConfigurationProperties("winnow.queue")
public record QueueSettings(
        @DefaultValue("winnow-scan") String scanQueue,
        @DefaultValue("winnow-bulk") String bulkQueue,
        @DefaultValue("winnow-dead-letters") String deadLetterQueue,
        @DefaultValue("winnow-callbacks") String callbackQueue,
        @DefaultValue("winnow-callback-dead-letters") String callbackDeadLetterQueue,
        @DefaultValue("60s") Duration visibility,
        @DefaultValue("true") boolean fairGroups) {
    /** The same for the adapter. */
    public SqsSettings toSqsSettings() {
        return new SqsSettings(scanQueue, bulkQueue, deadLetterQueue, visibility, fairGroups);
    }

    /** The queues of the callback senders, likewise. */
    WebhookQueueSettings toWebhookQueueSettings() {
        return new WebhookQueueSettings(callbackQueue, callbackDeadLetterQueue, visibility);
    }
}
