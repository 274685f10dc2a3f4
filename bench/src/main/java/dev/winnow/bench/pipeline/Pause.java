package dev.winnow.bench.pipeline;

import java.time.Duration;

/** Waiting for a service that is far away. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
