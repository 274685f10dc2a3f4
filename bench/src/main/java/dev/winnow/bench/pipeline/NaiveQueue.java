package dev.winnow.bench.pipeline;

import dev.winnow.bench.Pause;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.operations.SqsTemplate;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The peer's queue alone: one send a message, one listener call a message, which does nothing. */
@Component
class NaiveQueue {
    private static final int SENDERS = 64;
    private static final int SENDS_EACH = 300;
    private static final int MESSAGES = SENDERS * SENDS_EACH;
    private static final Duration MEASURING = Duration.ofSeconds(45);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final String TEXT = "Your appointment with Dr. Weber is on 12 March at 09:40. Reply C to cancel";

    private final SqsTemplate queue;
    private final String name;
    private final LongAdder received = new LongAdder();

    NaiveQueue(SqsTemplate queue, @Value("${naive.queue-alone}") String name) {
        this.queue = queue;
        this.name = name;
    }

    @SqsListener(queueNames = "${naive.queue-alone}", maxConcurrentMessages = "${naive.concurrency}")
    void receiveJob(NaiveController.Job job) {
        received.increment();
    }

    /** The best of several rounds. */
    double messagesPerSecond() {
        long start = System.nanoTime();
        double most = 0;
        while (System.nanoTime() - start < MEASURING.toNanos()) {
            most = Math.max(most, measureRound());
        }
        return most;
    }

    /** Measures from the first send to the last receive; a message that does not arrive in time is left out. */
    private double measureRound() {
        long before = received.sum();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                threads.execute(this::sendAll);
            }
        }
        while (received.sum() < before + MESSAGES && System.nanoTime() - start < LONGEST_ROUND.toNanos()) {
            Pause.pauseFor(Duration.ofMillis(1));
        }
        return (received.sum() - before) * 1e9 / (System.nanoTime() - start);
    }

    private void sendAll() {
        for (int i = 0; i < SENDS_EACH; i++) {
            var _ = queue.send(name, new NaiveController.Job(UUID.randomUUID(), TEXT, System.currentTimeMillis()));
        }
    }
}
