package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class SqsAcknowledgerIT {
    private static final QueueDepth EMPTY = new QueueDepth(0, 0);

    private final SqsSettings queues = Aws.shared().newQueues(Duration.ofSeconds(60));
    private final FaultProxy proxy = new FaultProxy(Aws.shared().endpoint());
    private final SqsAsyncClient client = Aws.shared().through(proxy).sqs();
    private final String url = SqsQueues.findUrl(client, queues.scanQueue());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SqsAcknowledger acknowledger = new SqsAcknowledger(client, url, timer);
    private List<Delivery> deliveries = List.of();

    @BeforeEach
    void receiveThree() {
        client.sendMessageBatch(send -> send.queueUrl(url).entries(entry("a"), entry("b"), entry("c")))
                .join();
        deliveries = client
                .receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .join()
                .messages()
                .stream()
                .map(message -> SqsAttributes.toDelivery(message, Instant.now()))
                .toList();
        assertThat(deliveries).hasSize(3);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        client.close();
        proxy.close();
    }

    @Test
    void deletesSeveralFinishedDeliveriesWithOneRequest() {
        deliveries.forEach(delivery -> acknowledger.acknowledgeDeliveries(List.of(delivery)));

        await().untilAsserted(() -> assertThat(depth()).isEqualTo(EMPTY));
        assertThat(proxy.requests("DeleteMessageBatch")).isEqualTo(1);
    }

    @Test
    void deletesAtOnceWhenAsked() {
        acknowledger.acknowledgeDeliveries(deliveries);
        timer.shutdownNow();

        acknowledger.flushPending().join();

        assertThat(depth()).isEqualTo(EMPTY);
    }

    private QueueDepth depth() {
        return SqsQueues.openDepth(client, queues.scanQueue()).readDepth();
    }

    private static SendMessageBatchRequestEntry entry(String id) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(id).build();
    }
}
