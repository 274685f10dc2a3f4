package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.EnvelopeQueueContract;
import dev.winnow.queue.QueueUnavailableException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsEnvelopeQueueIT extends EnvelopeQueueContract {
    private static final Duration VISIBILITY = Duration.ofSeconds(1);

    @SuppressWarnings("NullAway.Init")
    private static ElasticMq server;

    @SuppressWarnings("NullAway.Init")
    private static SqsAsyncClient client;

    @SuppressWarnings("NullAway.Init")
    private EnvelopeQueue queue;

    @BeforeAll
    static void start() {
        server = new ElasticMq();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void openEmptyQueue() {
        String name = "scan-" + UUID.randomUUID();
        server.createQueue(client, name, VISIBILITY);
        queue = SqsQueues.scanQueue(client, new SqsSettings(name, VISIBILITY, true));
    }

    @Override
    protected EnvelopeQueue queue() {
        return queue;
    }

    @Override
    protected void endVisibility() {
        // The next receive waits for it: one second.
    }

    @Test
    void saysWhichQueueIsMissing() {
        SqsSettings settings = new SqsSettings("nowhere", VISIBILITY, true);

        assertThatThrownBy(() -> SqsQueues.scanQueue(client, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it");
    }

    @Test
    void saysThatSqsIsOutOfReach() {
        ElasticMq gone = new ElasticMq();
        try (SqsAsyncClient lost = gone.client()) {
            gone.close();
            assertThatThrownBy(() -> SqsQueues.scanQueue(lost, SqsSettings.DEFAULT))
                    .isInstanceOf(QueueUnavailableException.class);
        }
    }
}
