package dev.winnow.service;

import dev.winnow.aws.SqsSettings;
import dev.winnow.aws.WebhookQueueSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SQS queues of envelopes and of webhook notices.
 *
 * @param scanQueue the name of the queue that carries live envelopes from the API to the workers
 * @param bulkQueue the name of the queue that carries bulk envelopes, and live envelopes that are too old to be worked on first
 * @param deadLetterQueue the name of the queue for envelopes that could not be worked on
 * @param callbackQueue the name of the queue that carries webhook notices from the workers to the callback senders
 * @param callbackDeadLetterQueue the name of the queue for webhook notices that could not be worked on
 * @param visibility the time for which a delivery is hidden from other programs, 1 s to 12 h; a living program prolongs it
 * @param fairGroups whether envelopes carry their fairness group as MessageGroupId (SQS fair queues, billed for each request)
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
    /** Converts the queues of envelopes to the settings of the adapter. */
    public SqsSettings toSqsSettings() {
        return new SqsSettings(scanQueue, bulkQueue, deadLetterQueue, visibility, fairGroups);
    }

    /** Converts the queues of webhook notices to the settings of the adapter. */
    WebhookQueueSettings toWebhookQueueSettings() {
        return new WebhookQueueSettings(callbackQueue, callbackDeadLetterQueue, visibility);
    }
}
