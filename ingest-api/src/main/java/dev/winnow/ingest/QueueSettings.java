package dev.winnow.ingest;

import dev.winnow.aws.SqsSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where envelopes are sent.
 *
 * @param scanQueue the name of the SQS queue that carries envelopes to the workers
 * @param fairGroups whether envelopes carry their fairness group (SQS fair queues, billed per request)
 */
@ConfigurationProperties("winnow.queue")
record QueueSettings(
        @DefaultValue("winnow-scan") String scanQueue,
        @DefaultValue("true") boolean fairGroups) {
    SqsSettings toSqsSettings() {
        return new SqsSettings(scanQueue, SqsSettings.DEFAULT.visibility(), fairGroups);
    }
}
