package dev.winnow.local.rules;

import dev.winnow.yara.AdmissionListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Prints how many rules are measured: nothing in the first two seconds, then a line every two seconds. Any thread. */
final class AdmissionProgress implements AdmissionListener {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private long lastLine;

    AdmissionProgress(PrintWriter err) {
        this(err, System::nanoTime);
    }

    AdmissionProgress(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public synchronized void measured(int rules, int all) {
        long now = nanoTime.getAsLong();
        if (rules < all && now - lastLine >= PAUSE) {
            lastLine = now;
            err.printf("winnow: %,d of %,d rules are measured%n", rules, all);
            err.flush();
        }
    }
}
