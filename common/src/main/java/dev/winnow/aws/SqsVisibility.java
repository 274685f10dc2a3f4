package dev.winnow.aws;

import dev.winnow.queue.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Says how long deliveries stay hidden. What fails here only makes one come earlier or later. Any thread. */
final class SqsVisibility {
    private static final Logger log = LoggerFactory.getLogger(SqsVisibility.class);
    private static final int MAX_DOUBLINGS = 10;
    private static final int LONGEST_PAUSE_SECONDS =
            (int) Duration.ofMinutes(15).toSeconds();

    private final SqsAsyncClient client;
    private final String url;
    private final Duration visibility;

    SqsVisibility(SqsAsyncClient client, String url, Duration visibility) {
        this.client = client;
        this.url = url;
        this.visibility = visibility;
    }

    /** Hides them for another full visibility time. */
    void prolongDeliveries(List<Delivery> deliveries) {
        changeVisibility(deliveries, _ -> (int) visibility.toSeconds());
    }

    /** Lets them come again at once, to whoever is there. */
    void giveBack(List<Delivery> deliveries) {
        changeVisibility(deliveries, _ -> 0);
    }

    /** Lets them come again after 2^n seconds at the n-th receive, at most 15 minutes, at least half of it left to chance. */
    void backOff(List<Delivery> deliveries) {
        changeVisibility(deliveries, SqsVisibility::pauseSeconds);
    }

    static int pauseSeconds(Delivery delivery) {
        int bound = Math.min(1 << Math.min(delivery.receiveCount(), MAX_DOUBLINGS), LONGEST_PAUSE_SECONDS);
        return ThreadLocalRandom.current().nextInt(bound / 2, bound + 1);
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
            var _ = client.changeMessageVisibilityBatch(
                            request -> request.queueUrl(url).entries(entries))
                    .join();
        } catch (CompletionException | CancellationException e) {
            log.warn("The visibility of {} deliveries was not changed: {}", deliveries.size(), e.toString());
        }
    }
}
