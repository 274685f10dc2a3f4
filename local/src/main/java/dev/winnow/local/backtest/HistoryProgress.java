package dev.winnow.local.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The progress of a reading of the history, measured in time, because the messages are not counted before. One thread. */
final class HistoryProgress {
    private final Display bar;
    private final Instant to;
    private final LongSupplier nanoTime;
    private final long start;
    private @Nullable Instant from;

    /** Shows progress, at most as often as its display wants to. */
    @FunctionalInterface
    interface Display {
        /**
         * Is told how much is done.
         *
         * @param share 0 to 1
         * @param text says the same for people; asked only if it is shown
         */
        void showShare(double share, Supplier<String> text);
    }

    /**
     * A progress that begins with the first message.
     *
     * @param to the end of the history to read
     */
    HistoryProgress(Display bar, Instant to, LongSupplier nanoTime) {
        this.bar = bar;
        this.to = to;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Shows how far the reading is, if it is time to. */
    void show(long messages, Instant upTo) {
        Instant begin = from == null ? upTo : from;
        from = begin;
        double way = Math.max(1, Duration.between(begin, to).toMillis());
        double done = Math.clamp(Duration.between(begin, upTo).toMillis() / way, 0.001, 1);
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        bar.showShare(
                done,
                () -> String.format(
                        Locale.ROOT,
                        "%.0f %%  %,d messages, %,.0f a second, %.0f s left",
                        100 * done,
                        messages,
                        messages / seconds,
                        seconds / done - seconds));
    }
}
