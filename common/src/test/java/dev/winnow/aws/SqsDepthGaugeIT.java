package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winnow.queue.QueueDepth;
import dev.winnow.queue.QueueUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SqsDepthGaugeIT {
    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));
    private final FaultProxy proxy = new FaultProxy(Aws.shared().endpoint());
    private final SqsAsyncClient client = Aws.shared().through(proxy).sqs();

    @AfterEach
    void close() {
        client.close();
        proxy.close();
    }

    @Test
    void countsWaitingAndDeliveredMessages() {
        String url = SqsQueues.findUrl(client, queues.scanQueue());
        for (int i = 0; i < 3; i++) {
            client.sendMessage(send -> send.queueUrl(url).messageBody("an envelope"))
                    .join();
        }
        client.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(1))
                .join();

        await().untilAsserted(() -> assertThat(
                        SqsQueues.openDepth(client, queues.scanQueue()).readDepth())
                .isEqualTo(new QueueDepth(2, 1)));
        assertThat(new QueueDepth(2, 1).total()).isEqualTo(3);
        assertThat(SqsQueues.openDepth(client, queues.bulkQueue()).readDepth()).isEqualTo(new QueueDepth(0, 0));
    }

    @Test
    void saysThatTheQueueDoesNotAnswer() {
        proxy.cut();

        assertThatThrownBy(() -> SqsQueues.openDepth(client, queues.scanQueue()).readDepth())
                .isInstanceOf(QueueUnavailableException.class)
                .hasMessageContaining(queues.scanQueue());
    }
}
