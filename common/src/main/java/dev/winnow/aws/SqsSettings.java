package dev.winnow.aws;

import java.time.Duration;

/**
 * The queues and how they are read.
 *
 * @param scanQueue the name of the queue that carries envelopes from the API to the workers
 * @param visibility how long a delivery is hidden from other workers while one works on it: the longest work plus a margin, 1 s to 12 h
 * @param fairGroups whether envelopes carry their fairness group as MessageGroupId (SQS fair queues, billed per request)
 */
public record SqsSettings(String scanQueue, Duration visibility, boolean fairGroups) {
    public static final SqsSettings DEFAULT = new SqsSettings("winnow-scan", Duration.ofSeconds(60), true);

    public SqsSettings {
        if (visibility.compareTo(Duration.ofSeconds(1)) < 0 || visibility.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("visibility must be 1 s to 12 h, is " + visibility);
        }
    }
}
