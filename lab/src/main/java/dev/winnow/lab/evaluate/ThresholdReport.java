package dev.winnow.lab.evaluate;

import dev.winnow.lab.learn.CorpusMessage;
import java.io.PrintWriter;

/** Shows what other junk thresholds would change on the {@code test} halves. */
final class ThresholdReport {
    private static final int[] THRESHOLDS = {30, 40, 50, 60};

    private ThresholdReport() {}

    static void printSteps(JudgedMessages tests, PrintWriter out) {
        out.printf("%nother thresholds, written test halves%n");
        for (int threshold : THRESHOLDS) {
            out.printf(
                    "  %d: junk caught %s, honest junked %s%n",
                    threshold,
                    tests.select(CorpusMessage::isJunk).countJunkAt(threshold).format(),
                    tests.select(message -> !message.isJunk())
                            .countJunkAt(threshold)
                            .format());
        }
    }
}
