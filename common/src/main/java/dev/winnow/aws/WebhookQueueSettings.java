package dev.winnow.aws;

import java.time.Duration;

/**
 * The SQS queues of webhook notices.
 *
 * @param queue the name of the queue that carries notices from the workers to the senders
 * @param deadLetterQueue the name of the queue for webhook notices that could not be worked on
 * @param visibility the time for which a notice is hidden from other senders; a living sender prolongs it
 */
public record WebhookQueueSettings(String queue, String deadLetterQueue, Duration visibility) {
    public static final WebhookQueueSettings DEFAULT =
            new WebhookQueueSettings("winnow-callbacks", "winnow-callback-dead-letters", Duration.ofSeconds(60));
}
