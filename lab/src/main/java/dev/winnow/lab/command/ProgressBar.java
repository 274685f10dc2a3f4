package dev.winnow.lab.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The progress of a command that may take long: nothing in the first two seconds, then a bar on a terminal, and elsewhere a line every two
 * seconds. Any thread.
 */
public final class ProgressBar implements ProgressListener, AutoCloseable {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private final Screen screen;
    private final String unit;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastLine;
    private int drawn;

    /**
     * A bar that is not drawn yet.
     *
     * @param unit the counted things and their state, such as {@code rules are measured}
     */
    public ProgressBar(PrintWriter err, Screen screen, String unit) {
        this(err, screen, unit, System::nanoTime);
    }

    ProgressBar(PrintWriter err, Screen screen, String unit, LongSupplier nanoTime) {
        this.err = err;
        this.screen = screen;
        this.unit = unit;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastLine = start;
    }

    @Override
    public synchronized void reportProgress(int done, int all) {
        long now = nanoTime.getAsLong();
        if (now - start < PAUSE || now - lastLine < (screen.isTerminal() ? REDRAW : PAUSE) || done >= all) {
            return;
        }
        lastLine = now;
        String text = "%,d of %,d %s".formatted(done, all, unit);
        if (screen.isTerminal()) {
            int full = (int) ((long) WIDTH * done / all);
            drawBar("[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + text);
        } else {
            err.println("winnow: " + text);
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
