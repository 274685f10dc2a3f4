package dev.winnow.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void keepsQuietForTwoSecondsAndThenShowsTheWay() {
        ProgressBar bar = newBar(false);
        bar.show(0, START);
        bar.show(500, START.plusSeconds(10));
        assertThat(err.toString()).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        bar.show(20_000, START.plusSeconds(25));

        assertThat(err.toString())
                .isEqualTo("winnow: [######------------------]  25 %  20,000 messages, 5,000 a second, 12 s left\n");
    }

    @Test
    void drawsOneLineAnewOnATerminal() {
        ProgressBar bar = newBar(true);
        bar.show(0, START);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        bar.show(1, START.plusSeconds(50));
        bar.finish();

        assertThat(err.toString())
                .startsWith("\r\033[K[")
                .endsWith("left\r\033[K")
                .doesNotContain("\n");
    }

    private ProgressBar newBar(boolean isTerminal) {
        return new ProgressBar(new PrintWriter(err), isTerminal, START.plusSeconds(100), nanos::get);
    }
}
