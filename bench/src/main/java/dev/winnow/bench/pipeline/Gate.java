package dev.winnow.bench.pipeline;

import java.util.concurrent.CountDownLatch;

/** Holds workers, so that messages stay on the queue. Any thread. */
final class Gate {
    private volatile CountDownLatch open = new CountDownLatch(0);

    void close() {
        open = new CountDownLatch(1);
    }

    void open() {
        open.countDown();
    }

    void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
