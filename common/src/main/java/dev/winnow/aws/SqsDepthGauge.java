package dev.winnow.aws;

import dev.winnow.queue.DepthGauge;
import dev.winnow.queue.QueueDepth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Reads the approximate counts of one SQS queue. The address of the queue is looked up at the first reading. */
final class SqsDepthGauge implements DepthGauge {
    private static final QueueAttributeName[] COUNTS = {
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE
    };

    private final SqsAsyncClient client;
    private final String queue;
    private volatile @Nullable String url;

    SqsDepthGauge(SqsAsyncClient client, String queue) {
        this.client = client;
        this.queue = queue;
    }

    @Override
    public QueueDepth readDepth() {
        @Nullable String known = url;
        String address = known == null ? SqsQueues.findUrl(client, queue) : known;
        url = address;
        Map<QueueAttributeName, String> counts = SqsCall.awaitAnswer(
                        "SQS did not tell how much is on queue '" + queue + "'",
                        () -> client.getQueueAttributes(
                                get -> get.queueUrl(address).attributeNames(COUNTS)))
                .attributes();
        return new QueueDepth(countOf(counts, COUNTS[0]) + countOf(counts, COUNTS[1]), countOf(counts, COUNTS[2]));
    }

    private static long countOf(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Long.parseLong(counts.getOrDefault(name, "0"));
    }
}
