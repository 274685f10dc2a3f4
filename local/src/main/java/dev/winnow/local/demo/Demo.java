package dev.winnow.local.demo;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.Screen;
import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends the samples one at a time, as a phone would, and prints their verdicts. One thread. */
public final class Demo {
    private static final int TEXT_WIDTH = 44;

    /** The columns before the rules. */
    private static final int FIXED_COLUMNS = TEXT_WIDTH + 31;

    /** The fewest columns for the rules; a narrower terminal breaks the line. */
    private static final int NARROWEST = 10;

    private record Row(DemoSample sample, VerdictView verdict, Duration toVerdict) {
        boolean isAsExpected() {
            return verdict.verdict().equals(sample.expected());
        }
    }

    private final WinnowClient client;
    private final PrintWriter out;
    private final Screen screen;

    public Demo(WinnowClient client, PrintWriter out, Screen screen) {
        this.client = client;
        this.out = out;
        this.screen = screen;
    }

    /** Runs all samples; true if every verdict is the expected one. */
    public boolean runSamples() throws IOException {
        List<Row> rows = new ArrayList<>();
        out.printf("%-" + TEXT_WIDTH + "s  %-11s  %5s  %7s  %s%n", "message", "verdict", "score", "ms", "rules");
        for (DemoSample sample : DemoSample.listSamples()) {
            Row row = sendSample(sample);
            printRow(row);
            rows.add(row);
        }
        return printSummary(rows);
    }

    private Row sendSample(DemoSample sample) {
        String id = client.submitText(sample.text());
        long accepted = System.nanoTime();
        VerdictView verdict = client.awaitVerdict(id);
        return new Row(sample, verdict, Duration.ofNanos(System.nanoTime() - accepted));
    }

    private void printRow(Row row) {
        String note = row.isAsExpected() ? "" : "  <- expected " + row.sample().expected();
        out.printf(
                Locale.ROOT,
                "%s  %s  %5d  %7.1f  %s%s%n",
                DisplayText.pad(
                        DisplayText.shorten(DisplayText.toLine(row.sample().text()), TEXT_WIDTH), TEXT_WIDTH),
                screen.paintVerdict("%-11s".formatted(row.verdict().verdict())),
                row.verdict().score(),
                row.toVerdict().toNanos() / 1e6,
                DisplayText.shorten(
                        row.verdict().reason().isEmpty()
                                ? String.join(", ", row.verdict().rules())
                                : row.verdict().reason(),
                        Math.max(NARROWEST, screen.columns() - FIXED_COLUMNS - note.length())),
                note);
        out.flush();
    }

    private boolean printSummary(List<Row> rows) {
        long expected = rows.stream().filter(Row::isAsExpected).count();
        double p50 = rows.stream()
                        .mapToLong(row -> row.toVerdict().toNanos())
                        .sorted()
                        .skip(rows.size() / 2)
                        .findFirst()
                        .orElse(0)
                / 1e6;
        boolean right = expected == rows.size();
        out.printf(
                Locale.ROOT,
                "%nresult demo-expected-verdicts %d bar >= %d %s%n",
                expected,
                rows.size(),
                right ? "ok" : "short");
        out.printf(Locale.ROOT, "half of the verdicts came within %.0f ms%n", p50);
        out.println("next: 'make run' serves on this machine and prints a key and a curl line");
        out.flush();
        return right;
    }
}
