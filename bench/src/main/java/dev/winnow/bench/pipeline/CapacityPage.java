package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures.Figure;
import dev.winnow.lab.command.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page of a run: a description of the machine, and every figure. */
final class CapacityPage {
    private CapacityPage() {}

    /** Replaces the figures on the page; the text around them stays. */
    static void writeFigures(Path page, List<Figure> figures) throws IOException {
        GeneratedPart.writePart(page, "figures", describeMachine() + formatTables(figures));
    }

    private static String formatTables(List<Figure> figures) {
        Map<String, List<Figure>> sections = figures.stream()
                .collect(Collectors.groupingBy(Figure::section, LinkedHashMap::new, Collectors.toList()));
        StringBuilder tables = new StringBuilder();
        sections.forEach((section, all) -> {
            tables.append("\n## ").append(section).append("\n\n| figure | value | |\n| --- | ---: | --- |\n");
            for (Figure figure : all) {
                tables.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s%s |\n",
                        figure.name(),
                        formatNumber(figure.value()),
                        figure.bar(),
                        figure.isShort() ? " **short**" : ""));
            }
        });
        return tables.toString();
    }

    private static String formatNumber(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.3g", value);
    }

    private static String describeMachine() throws IOException {
        return String.format(
                Locale.ROOT,
                "Run of %s on %d processors (%s), %s, Java %s.\n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                readProcessor(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version());
    }

    private static String readProcessor() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.notExists(cpuinfo)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
