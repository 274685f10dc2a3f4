package dev.winnow.aws;

import java.time.Duration;

/**
 * The queues of the callback senders.
 *
 * @param queue the name of the queue that carries notices from the workers to the senders
 * @param deadLetterQueue the name of the queue for notices that could not be worked on
 * @param visibility how long a notice is hidden from other senders when its sender dies; a living one prolongs it
 */
public record WebhookQueueSettings(String queue, String deadLetterQueue, Duration visibility) {
    public static final WebhookQueueSettings DEFAULT =
            new WebhookQueueSettings("winnow-callbacks", "winnow-callback-dead-letters", Duration.ofSeconds(60));
}
