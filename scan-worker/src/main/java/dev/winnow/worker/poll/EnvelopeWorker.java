package dev.winnow.worker.poll;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.verdict.StoreUnavailableException;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.worker.scan.ScanPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on deliveries: decode, scan, save, and only then acknowledge. A crash anywhere repeats work and loses none, because the first
 * saved outcome stands. Any thread; waits on virtual threads.
 */
public final class EnvelopeWorker implements DeliveryListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EnvelopeWorker.class);

    private final ScanPool scans;
    private final VerdictStore store;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("envelope-", 0).factory());

    public EnvelopeWorker(ScanPool scans, VerdictStore store) {
        this.scans = scans;
        this.store = store;
    }

    @Override
    public List<Delivery> receive(List<Delivery> batch) {
        Map<Delivery, Future<Boolean>> underWay = new LinkedHashMap<>();
        batch.forEach(delivery -> underWay.put(delivery, threads.submit(() -> work(delivery))));
        List<Delivery> done = new ArrayList<>(batch.size());
        underWay.forEach((delivery, outcome) -> {
            if (isDone(delivery, outcome)) {
                done.add(delivery);
            }
        });
        return done;
    }

    /** Waits for the envelopes under way. */
    @Override
    public void close() {
        threads.close();
    }

    private boolean work(Delivery delivery) throws Exception {
        Envelope envelope = EnvelopeCodec.decode(delivery.body());
        if (delivery.receiveCount() > 1 && hasVerdicts(envelope)) {
            return true;
        }
        store.save(scans.scan(envelope));
        return true;
    }

    /** Scanning again would only be thrown away: the first outcome stands. */
    private boolean hasVerdicts(Envelope envelope) {
        return !store.find(List.of(envelope.id())).isEmpty();
    }

    private static boolean isDone(Delivery delivery, Future<Boolean> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            report(delivery, e.getCause() == null ? e : e.getCause());
            return false;
        }
    }

    private static void report(Delivery delivery, Throwable failure) {
        switch (failure) {
            case MalformedEnvelopeException poison ->
                log.error(
                        "A delivery (receive {}) cannot be read and stays on the queue: {}",
                        delivery.receiveCount(),
                        poison.getMessage());
            case StoreUnavailableException outage ->
                log.warn("Verdicts were not saved, their envelope comes again: {}", outage.getMessage());
            default -> log.error("An envelope was not worked on, it comes again", failure);
        }
    }
}
