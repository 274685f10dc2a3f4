package dev.winnow.aws;

import java.time.Duration;

/**
 * The SQS queues of envelopes and their use.
 *
 * @param scanQueue the name of the queue that carries live envelopes from the API to the workers
 * @param bulkQueue the name of the queue that carries bulk envelopes, and live envelopes that are too old to be worked on first
 * @param deadLetterQueue the name of the queue for envelopes that could not be worked on
 * @param visibility the time for which a delivery is hidden from other workers, 1 s to 12 h; a living worker prolongs it
 * @param fairGroups whether envelopes carry their fairness group as MessageGroupId (SQS fair queues, billed for each request)
 */
public record SqsSettings(
        String scanQueue, String bulkQueue, String deadLetterQueue, Duration visibility, boolean fairGroups) {
    public static final SqsSettings DEFAULT =
            new SqsSettings("winnow-scan", "winnow-bulk", "winnow-dead-letters", Duration.ofSeconds(60), true);

    public SqsSettings {
        if (visibility.compareTo(Duration.ofSeconds(1)) < 0 || visibility.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("visibility must be 1 s to 12 h, is " + visibility);
        }
    }
}
