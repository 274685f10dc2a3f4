package dev.winnow.worker.poll;

import dev.winnow.fleet.Liveness;
import dev.winnow.message.Priority;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.queue.QueueUnavailableException;
import dev.winnow.queue.Subscription;
import dev.winnow.tenant.TenantDirectory;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.worker.scan.ScanPool;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two lanes of a worker. Live envelopes are worked on together. Bulk envelopes are worked on one after the other, so that at most
 * one of them is in the way of live mail. A live envelope that is already old moves to the bulk lane at its first receive: when a backlog
 * is deep, fresh mail goes first.
 */
public final class EnvelopeConsumer implements Liveness, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EnvelopeConsumer.class);

    private final EnvelopeQueue queue;
    private final EnvelopeWorker worker;
    private final StoreGate gate;
    private final WorkerMetrics metrics;
    private final Duration sidelineAfter;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("envelope-", 0).factory());
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * Wires a worker; it receives nothing before {@link #openLanes}.
     *
     * @param listener gets the saved verdicts
     * @param sidelineAfter the age at first receive from which a live envelope goes to the bulk lane; zero for never
     */
    public EnvelopeConsumer(
            EnvelopeQueue queue,
            ScanPool scans,
            VerdictStore store,
            CrashMarks marks,
            TenantDirectory tenants,
            VerdictListener listener,
            WorkerMetrics metrics,
            Duration sidelineAfter) {
        this.queue = queue;
        this.metrics = metrics;
        this.sidelineAfter = sidelineAfter;
        this.gate = new StoreGate(marks);
        metrics.watchStore(gate);
        this.worker = new EnvelopeWorker(
                scans,
                store,
                gate,
                new PoisonIsolation(scans, marks, gate),
                new Deadlines(tenants),
                new DeadLettering(store, gate, queue, listener, Clock.systemUTC()),
                listener,
                metrics);
    }

    /**
     * Starts receiving on both lanes; does nothing once this is closed. Any thread.
     *
     * @param concurrency live envelopes that may be held at once
     */
    public synchronized EnvelopeConsumer openLanes(int concurrency) {
        if (closed) {
            return this;
        }
        subscriptions.add(queue.subscribeLane(Priority.LIVE, listenerFor(this::receiveLive), concurrency));
        subscriptions.add(queue.subscribeLane(Priority.BULK, listenerFor(this::receiveBulk), EnvelopeQueue.MAX_BATCH));
        return this;
    }

    /** False when a lane has stopped to receive although the store answers: only a new process helps. */
    @Override
    public boolean isReceiving() {
        return !gate.isOpen() || subscriptions.stream().allMatch(Subscription::isReceiving);
    }

    /** Stops receiving, on both lanes at once, and waits for the envelopes under way. A second call does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            subscriptions.forEach(subscription -> closing.execute(subscription::close));
        }
        threads.close();
    }

    List<Delivery> receiveLive(List<Delivery> batch) {
        List<Delivery> done = new ArrayList<>(sidelineOld(batch));
        Map<Delivery, Future<Boolean>> underWay = new LinkedHashMap<>();
        for (Delivery delivery : batch) {
            if (!done.contains(delivery)) {
                underWay.put(delivery, threads.submit(() -> worker.workOn(delivery)));
            }
        }
        underWay.forEach((delivery, outcome) -> {
            if (isDone(outcome)) {
                done.add(delivery);
            }
        });
        return done;
    }

    List<Delivery> receiveBulk(List<Delivery> batch) {
        return batch.stream().filter(worker::workOn).toList();
    }

    private List<Delivery> sidelineOld(List<Delivery> batch) {
        if (sidelineAfter.isZero()) {
            return List.of();
        }
        List<Delivery> old = batch.stream()
                .filter(delivery -> delivery.receiveCount() == 1 && !delivery.redriven())
                .filter(delivery -> Deadlines.ageOf(delivery).compareTo(sidelineAfter) > 0)
                .toList();
        if (old.isEmpty()) {
            return List.of();
        }
        try {
            List<Delivery> moved = queue.sidelineDeliveries(old);
            metrics.recordSidelined(moved.size());
            return moved;
        } catch (QueueUnavailableException e) {
            log.warn(
                    "Could not move {} old envelopes to the bulk lane; they are worked on in the live lane: {}",
                    old.size(),
                    e.getMessage());
            return List.of();
        }
    }

    /** Interrupted means that time is up: then the envelope is interrupted too and comes again. */
    private static boolean isDone(Future<Boolean> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            outcome.cancel(true);
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            log.error("Work on an envelope ended with an error; it stays on the queue and comes again", e.getCause());
            return false;
        }
    }

    private DeliveryListener listenerFor(java.util.function.UnaryOperator<List<Delivery>> receive) {
        return new DeliveryListener() {
            @Override
            public List<Delivery> receiveBatch(List<Delivery> batch) {
                return receive.apply(batch);
            }

            @Override
            public void awaitReady() throws InterruptedException {
                gate.awaitOpen();
            }
        };
    }
}
