package dev.winnow.local.server;

import java.util.concurrent.CountDownLatch;

/** The end of a command that serves: Ctrl-C, or another signal that ends this process. Any thread. */
final class StopSignal {
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopSignal() {}

    /** Closes a server when the signal comes, before the process ends. */
    static StopSignal closing(Runnable close) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            close.run();
            signal.stopped.countDown();
        }));
        return signal;
    }

    /** Waits until the server is closed. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }
}
