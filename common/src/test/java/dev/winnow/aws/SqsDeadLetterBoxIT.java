package dev.winnow.aws;

import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.DeadLetterBoxContract;
import dev.winnow.queue.EnvelopeQueue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsDeadLetterBoxIT extends DeadLetterBoxContract {
    private final SqsSettings settings = Aws.shared().newQueues(Duration.ofSeconds(60));
    private final SqsAsyncClient client = Aws.shared().sqs();
    private final DeadLetterBox letters = SqsQueues.openDeadLetters(client, settings);
    private final EnvelopeQueue queue = SqsQueues.openEnvelopes(client, settings);

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected DeadLetterBox letters() {
        return letters;
    }

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }
}
