package dev.winnow.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ProgressBarTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong time = new AtomicLong();

    @Test
    void printsNothingForAShortCommand() {
        ProgressBar bar = open(false);
        ProgressListener counted = bar.countUnits("rules are measured");
        counted.reportProgress(1, 3);
        passSeconds(1);
        counted.reportProgress(2, 3);
        passSeconds(1);
        counted.reportProgress(3, 3);
        bar.close();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsALineEveryTwoSecondsIntoAFile() {
        ProgressBar bar = open(false);
        ProgressListener counted = bar.countUnits("rules are measured");
        for (int rules = 1; rules < 6; rules++) {
            passSeconds(1);
            counted.reportProgress(rules, 2_000);
        }
        bar.close();

        assertThat(err.toString().lines())
                .containsExactly("winnow: 2 of 2,000 rules are measured", "winnow: 4 of 2,000 rules are measured");
    }

    @Test
    void drawsABarOnATerminalAndTakesItAway() {
        ProgressBar bar = open(true);
        ProgressListener counted = bar.countUnits("rules are measured");
        passSeconds(2);
        counted.reportProgress(10, 20);
        counted.reportProgress(11, 20);
        passSeconds(1);
        counted.reportProgress(20, 20);
        bar.close();

        String drawn = "[============            ] 10 of 20 ru…";
        assertThat(err.toString()).isEqualTo("\r" + drawn + "\r" + " ".repeat(drawn.length()) + "\r");
    }

    private ProgressBar open(boolean isTerminal) {
        return new ProgressBar(new PrintWriter(err), new Screen(isTerminal, Ansi.OFF, 40), time::get);
    }

    private void passSeconds(int seconds) {
        time.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
