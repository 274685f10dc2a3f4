package dev.winnow.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong time = new AtomicLong();
    private final AdmissionProgress progress = new AdmissionProgress(new PrintWriter(err), time::get);

    @Test
    void printsNothingForAShortAdmission() {
        progress.measured(1, 3);
        passSeconds(1);
        progress.measured(2, 3);
        passSeconds(1);
        progress.measured(3, 3);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsALineEveryTwoSeconds() {
        for (int rules = 1; rules < 6; rules++) {
            passSeconds(1);
            progress.measured(rules, 2_000);
        }

        assertThat(err.toString().lines())
                .containsExactly("winnow: 2 of 2,000 rules are measured", "winnow: 4 of 2,000 rules are measured");
    }

    private void passSeconds(int seconds) {
        time.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
