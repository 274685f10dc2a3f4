package dev.winnow.local.backtest;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a reading of the history: nothing in the first two seconds, then a bar that is drawn anew, or lines where the output is no
 * terminal. The way is measured in time, because nobody counts the messages before. One thread.
 */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration REDRAW = Duration.ofMillis(250);

    private final PrintWriter err;
    private final boolean isTerminal;
    private final Instant to;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastDrawn;
    private @Nullable Instant from;
    private boolean isDrawn;

    /** A bar up to a time. */
    ProgressBar(PrintWriter err, boolean isTerminal, Instant to, LongSupplier nanoTime) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.to = to;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastDrawn = start;
    }

    /** Draws, if it is time for it. */
    void show(long messages, Instant upTo) {
        from = from == null ? upTo : from;
        long now = nanoTime.getAsLong();
        if (now - start < QUIET.toNanos() || now - lastDrawn < (isTerminal ? REDRAW : QUIET).toNanos()) {
            return;
        }
        lastDrawn = now;
        double seconds = (now - start) / 1e9;
        double way = Math.max(1, Duration.between(from, to).toMillis());
        double done = Math.clamp(Duration.between(from, upTo).toMillis() / way, 0.001, 1);
        String line = String.format(
                Locale.ROOT,
                "[%s] %3.0f %%  %,d messages, %,.0f a second, %.0f s left",
                "#".repeat((int) (done * WIDTH)) + "-".repeat(WIDTH - (int) (done * WIDTH)),
                100 * done,
                messages,
                messages / seconds,
                seconds / done - seconds);
        if (isTerminal) {
            err.print("\r\033[K" + line);
            isDrawn = true;
        } else {
            err.println("winnow: " + line);
        }
        err.flush();
    }

    /** Takes the bar off the terminal. */
    void finish() {
        if (isDrawn) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
