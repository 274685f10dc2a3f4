package dev.winnow.aws;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.QueueUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Changes the time for which deliveries stay hidden. A failure only makes a delivery come earlier or later. Any thread. */
final class SqsVisibility {
    private static final Logger log = LoggerFactory.getLogger(SqsVisibility.class);

    private final SqsAsyncClient client;
    private final String url;
    private final Duration visibility;

    SqsVisibility(SqsAsyncClient client, String url, Duration visibility) {
        this.client = client;
        this.url = url;
        this.visibility = visibility;
    }

    /** Hides deliveries for another full visibility time. */
    void prolongDeliveries(List<Delivery> deliveries) {
        changeVisibility(deliveries, _ -> (int) visibility.toSeconds());
    }

    /** Lets deliveries come again at once, to any worker. */
    void giveBack(List<Delivery> deliveries) {
        changeVisibility(deliveries, _ -> 0);
    }

    /** Lets deliveries come again after {@link Delivery#BACK_OFF}, in whole seconds. */
    void backOff(List<Delivery> deliveries) {
        changeVisibility(deliveries, SqsVisibility::pauseSeconds);
    }

    static int pauseSeconds(Delivery delivery) {
        return Math.toIntExact(
                Math.round(Delivery.BACK_OFF.pauseAfter(delivery.receiveCount()).toMillis() / 1000.0));
    }

    private void changeVisibility(List<Delivery> deliveries, ToIntFunction<Delivery> seconds) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, deliveries.size())
                .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(deliveries.get(i).receipt())
                        .visibilityTimeout(seconds.applyAsInt(deliveries.get(i)))
                        .build())
                .toList();
        try {
            var _ = SqsCall.awaitAnswer(
                    "SQS did not change the visibility of " + deliveries.size() + " deliveries",
                    () -> client.changeMessageVisibilityBatch(
                            request -> request.queueUrl(url).entries(entries)));
        } catch (QueueUnavailableException e) {
            log.warn("Deliveries come again earlier or later than they should: {}", e.getMessage());
        }
    }
}
