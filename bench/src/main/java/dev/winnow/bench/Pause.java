package dev.winnow.bench;

import java.time.Duration;

/** Waits in place of work that takes time. */
public final class Pause {
    private Pause() {}

    /** Blocks for this time; returns early if the thread is interrupted, and leaves it interrupted. */
    public static void pauseFor(Duration time) {
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
