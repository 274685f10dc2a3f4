package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.EnvelopeQueue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsDeadLettersIT {
    private static final SqsAsyncClient client = Aws.shared().sqs();

    @AfterAll
    static void stop() {
        client.close();
    }

    /** A letter that is received and not sent would be hidden from the next redrive. */
    @Test
    void receivesNoMoreLettersThanItMaySend() {
        SqsSettings settings = Aws.shared().newQueues(Duration.ofMinutes(5));
        EnvelopeQueue queue = SqsQueues.openEnvelopes(client, settings);
        for (int i = 0; i < 5; i++) {
            Delivery delivery = new Delivery("r" + i, "body " + i, 5, Instant.now(), Instant.now());
            queue.buryDelivery(new DeadLetter(delivery, "a reason", Instant.now(), "none"));
        }
        SqsDeadLetters letters = new SqsDeadLetters(client, SqsQueues.findUrls(client, settings));

        assertThat(letters.redriveLetters(0)).isZero();
        assertThat(letters.redriveLetters(3)).isEqualTo(3);
        assertThat(letters.redriveLetters(100)).isEqualTo(2);
    }
}
