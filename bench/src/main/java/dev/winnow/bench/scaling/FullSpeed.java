package dev.winnow.bench.scaling;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Measures a worker that does not wait: receiving, scanning, saving and acknowledging full envelopes. */
final class FullSpeed {
    private static final int ENVELOPES = 1_500;
    private static final int SMS = 200;

    private FullSpeed() {}

    /** Measures messages in a second of processor time, over the last half of the messages. */
    static double measureRate(Feed feed, URI queue, Path database) throws IOException, InterruptedException {
        for (int i = 0; i < ENVELOPES; i++) {
            feed.sendEnvelope(SMS);
        }
        feed.confirmAll();
        try (WorkerProcess worker = WorkerProcess.start(queue, database, 0)) {
            long total = (long) ENVELOPES * SMS;
            long first = awaitDone(worker, total / 2);
            long from = worker.readCpu().toNanos();
            long last = awaitDone(worker, total);
            return (last - first) * 1e9 / (worker.readCpu().toNanos() - from);
        }
    }

    private static long awaitDone(WorkerProcess worker, long messages) throws InterruptedException {
        while (worker.messages() < messages) {
            if (!worker.isAlive()) {
                throw new IllegalStateException("the worker ended by itself: see worker.log in the run's folder");
            }
            Thread.sleep(20);
        }
        return worker.messages();
    }
}
