package dev.winnow.bench;

import java.time.Duration;

/** Waiting in place of something that takes time. */
public final class Pause {
    private Pause() {}

    /** Returns early if the thread is interrupted, which it stays. */
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
