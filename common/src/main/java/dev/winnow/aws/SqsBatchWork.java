package dev.winnow.aws;

import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a listener work on a batch of deliveries, which stay hidden from other workers meanwhile; then acknowledges the finished ones and lets
 * the others come again. Any thread.
 */
final class SqsBatchWork {
    private static final Logger log = LoggerFactory.getLogger(SqsBatchWork.class);

    private final String url;
    private final DeliveryListener listener;
    private final SqsAcknowledger acknowledger;
    private final SqsVisibility visibility;
    private final long prolongMillis;
    private final Executor threads;
    private final ScheduledExecutorService timer;

    /**
     * Work on the deliveries of one queue.
     *
     * @param hidden how long a delivery stays hidden; it is prolonged at half of that
     * @param threads run the calls that prolong
     */
    SqsBatchWork(
            String url,
            DeliveryListener listener,
            SqsAcknowledger acknowledger,
            SqsVisibility visibility,
            Duration hidden,
            Executor threads,
            ScheduledExecutorService timer) {
        this.url = url;
        this.listener = listener;
        this.acknowledger = acknowledger;
        this.visibility = visibility;
        this.prolongMillis = hidden.toMillis() / 2;
        this.threads = threads;
        this.timer = timer;
    }

    /**
     * Works on a batch; blocks until the listener returns.
     *
     * @param isClosing whether undone deliveries should come again at once, for other workers
     */
    void workOnBatch(List<Delivery> batch, BooleanSupplier isClosing) {
        Future<?> heartbeat = timer.scheduleAtFixedRate(
                () -> threads.execute(() -> visibility.prolongDeliveries(batch)),
                prolongMillis,
                prolongMillis,
                TimeUnit.MILLISECONDS);
        List<Delivery> done = List.of();
        try {
            done = listener.receiveBatch(batch);
        } catch (RuntimeException e) {
            log.warn("A batch of {} deliveries from {} was not finished and comes again", batch.size(), url, e);
        } finally {
            heartbeat.cancel(false);
            // The end of waiting is an interrupt, and the SDK makes no call for an interrupted thread.
            boolean _ = Thread.interrupted();
            settleBatch(batch, done, isClosing.getAsBoolean());
        }
    }

    private void settleBatch(List<Delivery> batch, List<Delivery> done, boolean isClosing) {
        acknowledger.acknowledgeDeliveries(done);
        List<Delivery> undone =
                batch.stream().filter(delivery -> !done.contains(delivery)).toList();
        if (isClosing) {
            visibility.giveBack(undone);
        } else {
            visibility.backOff(undone);
        }
    }
}
