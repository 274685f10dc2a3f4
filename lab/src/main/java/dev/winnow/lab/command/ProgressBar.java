package dev.winnow.lab.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The progress of a command that may take long: nothing in the first two seconds, then a bar on a terminal, and elsewhere a line every two
 * seconds. Any thread.
 */
public final class ProgressBar implements AutoCloseable {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private final Screen screen;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastLine;
    private int drawn;

    /** A bar that is not drawn yet. */
    public ProgressBar(PrintWriter err, Screen screen) {
        this(err, screen, System::nanoTime);
    }

    /** A bar on a clock of the caller's. */
    public ProgressBar(PrintWriter err, Screen screen, LongSupplier nanoTime) {
        this.err = err;
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastLine = start;
    }

    /**
     * Shows the progress of work that is counted.
     *
     * @param unit the counted things and their state, such as {@code rules are measured}
     */
    public ProgressListener countUnits(String unit) {
        return (done, all) -> {
            if (done < all) {
                showShare((double) done / all, () -> "%,d of %,d %s".formatted(done, all, unit));
            }
        };
    }

    /**
     * Shows how much of the work is done, if it is time to.
     *
     * @param share 0 to 1
     * @param text says the same for people; asked only if it is shown
     */
    public synchronized void showShare(double share, Supplier<String> text) {
        long now = nanoTime.getAsLong();
        if (now - start < PAUSE || now - lastLine < (screen.isTerminal() ? REDRAW : PAUSE)) {
            return;
        }
        lastLine = now;
        if (screen.isTerminal()) {
            int full = (int) (WIDTH * Math.clamp(share, 0, 1));
            drawBar("[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + text.get());
        } else {
            err.println("winnow: " + text.get());
        }
        err.flush();
    }

    /** Takes the bar away; the last line belongs to the result. */
    @Override
    public synchronized void close() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    private void drawBar(String bar) {
        String line = DisplayText.shorten(bar, screen.columns() - 1);
        err.print("\r" + DisplayText.pad(line, drawn));
        drawn = line.length();
    }
}
