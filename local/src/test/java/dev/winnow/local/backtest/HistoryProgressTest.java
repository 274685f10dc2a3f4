package dev.winnow.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lab.command.ProgressBar;
import dev.winnow.lab.command.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class HistoryProgressTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void showsTheShareOfTheTimeRange() {
        ProgressBar bar =
                new ProgressBar(new PrintWriter(err), new Screen(false, Ansi.OFF, Integer.MAX_VALUE), nanos::get);
        HistoryProgress progress = new HistoryProgress(bar::showShare, START.plusSeconds(100), nanos::get);
        progress.show(0, START);
        progress.show(500, START.plusSeconds(10));
        assertThat(err.toString()).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        progress.show(20_000, START.plusSeconds(25));

        assertThat(err.toString()).isEqualTo("winnow: 25 %  20,000 messages, 5,000 a second, 12 s left\n");
    }
}
