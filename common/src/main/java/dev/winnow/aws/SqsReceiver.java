package dev.winnow.aws;

import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import dev.winnow.store.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Receives batches while there are places and hands each batch to the listener on a virtual thread. Deliveries that the listener returns as
 * done are deleted; the others come again after a growing pause. A delivery that takes long stays hidden from other workers.
 */
final class SqsReceiver implements Subscription {
    private static final Logger log = LoggerFactory.getLogger(SqsReceiver.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration GIVE_BACK = Duration.ofSeconds(5);
    private static final BackOff BACK_OFF = BackOff.withoutJitter(Duration.ofMillis(200), Duration.ofSeconds(10));

    /** The minutes without a free place after which the receiver counts as stalled: longer than the work on any delivery. */
    private static final int STALLED_MINUTES = 15;

    private final SqsAsyncClient client;
    private final String url;
    private final SqsAcknowledger acknowledger;
    private final SqsBatchWork work;
    private final ReceiveMessageRequest request;
    private final DeliveryListener listener;
    private final ReceivePermits permits;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Runnable> pollCancellations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean ended;

    private SqsReceiver(
            SqsAsyncClient client, String url, Duration visibility, DeliveryListener listener, int concurrency) {
        this.client = client;
        this.url = url;
        this.listener = listener;
        this.permits = new ReceivePermits(concurrency);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sqs-timer").factory(), new ThreadPoolExecutor.DiscardPolicy());
        // A heartbeat holds its batch, which is mostly finished long before the first beat.
        timer.setRemoveOnCancelPolicy(true);
        this.acknowledger = new SqsAcknowledger(client, url, timer);
        this.work = new SqsBatchWork(
                url, listener, acknowledger, new SqsVisibility(client, url, visibility), visibility, threads, timer);
        this.request = ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(ReceivePermits.BATCH)
                .waitTimeSeconds((int) LONG_POLL.toSeconds())
                .visibilityTimeout((int) visibility.toSeconds())
                .messageAttributeNames(SqsAttributes.SENT_AT, SqsAttributes.REASON)
                .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)
                .build();
    }

    static SqsReceiver start(
            SqsAsyncClient client, String url, Duration visibility, DeliveryListener listener, int concurrency) {
        SqsReceiver receiver = new SqsReceiver(client, url, visibility, listener, concurrency);
        receiver.threads.execute(receiver::receiveUntilStopped);
        return receiver;
    }

    /** Receives until it is closed. An exception of a defect or of the listener is logged and must not end the lane. */
    private void receiveUntilStopped() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                try {
                    listener.awaitReady();
                    goesOn = receiveOnce();
                } catch (RuntimeException e) {
                    Duration pause = BACK_OFF.pauseAfter(failures.incrementAndGet());
                    log.error("Receiving from {} failed; the next try is in {} ms", url, pause.toMillis(), e);
                    Thread.sleep(pause);
                    goesOn = !closed;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    private boolean receiveOnce() throws InterruptedException {
        if (!permits.takePlaces()) {
            return false;
        }
        Thread.sleep(BACK_OFF.pauseAfter(failures.get()));
        pollOnce();
        return true;
    }

    /** False if the loop has ended by itself, or if every place has been taken for {@value #STALLED_MINUTES} minutes. */
    @Override
    public boolean isReceiving() {
        return closed || (!ended && permits.sinceLastChange().toMinutes() < STALLED_MINUTES);
    }

    private void pollOnce() {
        if (closed) {
            permits.releaseUnused(0);
            return;
        }
        CompletableFuture<ReceiveMessageResponse> poll;
        try {
            poll = client.receiveMessage(request);
        } catch (RuntimeException e) {
            // The SDK throws some errors in place of failing the future; the places must be freed in this case too.
            handleResponse(null, e);
            return;
        }
        Runnable cancellation = () -> poll.cancel(true);
        pollCancellations.add(cancellation);
        var _ = poll.whenComplete((response, failure) -> {
            pollCancellations.remove(cancellation);
            handleResponse(response, failure);
        });
        if (closed) {
            cancellation.run();
        }
    }

    private void handleResponse(@Nullable ReceiveMessageResponse response, @Nullable Throwable failure) {
        List<Message> messages = response == null ? List.of() : response.messages();
        if (failure == null) {
            failures.set(0);
        } else if (!closed) {
            Duration pause = BACK_OFF.pauseAfter(failures.incrementAndGet());
            log.warn(
                    "Could not receive from {}; the next try is in {} ms: {}",
                    url,
                    pause.toMillis(),
                    failure.toString());
        }
        permits.releaseUnused(messages.size());
        if (!messages.isEmpty()) {
            start(messages);
        }
    }

    private void start(List<Message> messages) {
        try {
            threads.execute(() -> workOnMessages(messages));
        } catch (RejectedExecutionException closing) {
            permits.releaseFinished(messages.size());
        }
    }

    private void workOnMessages(List<Message> messages) {
        try {
            Instant now = Instant.now();
            work.workOnBatch(
                    messages.stream()
                            .map(message -> SqsAttributes.toDelivery(message, now))
                            .toList(),
                    () -> closed);
        } catch (RuntimeException e) {
            log.error("A batch of {} deliveries from {} was not worked on and comes again", messages.size(), url, e);
        } finally {
            permits.releaseFinished(messages.size());
        }
    }

    /** Cancels the long polls, waits for the deliveries under way, and gives back the deliveries that take too long. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        permits.stop();
        pollCancellations.forEach(Runnable::run);
        try {
            boolean finished = permits.awaitFinished(DRAIN.toSeconds(), TimeUnit.SECONDS);
            threads.shutdownNow();
            if (!finished && !permits.awaitFinished(GIVE_BACK.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("Deliveries from {} were not finished within {} s; they come again", url, DRAIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        timer.shutdownNow();
        acknowledgeDone();
    }

    private void acknowledgeDone() {
        try {
            acknowledger.flushPending().get(GIVE_BACK.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Finished deliveries were not acknowledged within {} s; they come again", GIVE_BACK.toSeconds());
        }
    }
}
