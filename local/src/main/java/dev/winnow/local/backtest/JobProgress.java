package dev.winnow.local.backtest;

import dev.winnow.aws.SharedFolder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much of its work a task has done, for the command that waits for it.
 *
 * @param share 0 to 1
 * @param text the same for people
 */
record JobProgress(double share, String text) {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Reads what a task wrote last; empty if it wrote nothing yet. */
    static Optional<JobProgress> read(SharedFolder folder) {
        return folder.read(BacktestTask.PROGRESS)
                .map(content -> JsonMapper.shared().readValue(content, JobProgress.class));
    }

    /** Writes the progress every two seconds. One thread. */
    static final class Writer implements HistoryProgress.Display {
        private final SharedFolder folder;
        private final LongSupplier nanoTime;
        private long last;

        Writer(SharedFolder folder, LongSupplier nanoTime) {
            this.folder = folder;
            this.nanoTime = nanoTime;
            this.last = nanoTime.getAsLong();
        }

        @Override
        public void showShare(double share, Supplier<String> text) {
            long now = nanoTime.getAsLong();
            if (now - last >= PAUSE.toNanos()) {
                last = now;
                folder.write(
                        BacktestTask.PROGRESS,
                        JsonMapper.shared().writeValueAsBytes(new JobProgress(share, text.get())));
            }
        }
    }
}
