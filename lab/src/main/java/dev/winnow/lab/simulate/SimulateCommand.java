package dev.winnow.lab.simulate;

import dev.winnow.lab.command.GeneratedPart;
import dev.winnow.lab.command.ProgressBar;
import dev.winnow.lab.command.Screen;
import dev.winnow.lab.cost.Prices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = {
            "Simulate a fleet under five kinds of load and five scaling policies.",
            "",
            "Prints one line for each figure with its bar; exit code 1 if a figure misses its bar."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final FleetSettings DEFAULT = FleetSettings.DEFAULT;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Messages a second that one vCPU scans (default ${DEFAULT-VALUE}).")
    private double rate = DEFAULT.smsPerThreadSecond();

    @Option(
            names = "--start",
            paramLabel = "SECONDS",
            description = "Seconds from the request for a task to its first receive (default ${DEFAULT-VALUE}).")
    private double start = DEFAULT.startSeconds();

    @Option(
            names = "--write",
            paramLabel = "FOLDER",
            description = "Write tables and pictures into this folder of docs.")
    private @Nullable Path docs;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        FleetSettings settings = FleetSettings.ofTasks(rate, start);
        PolicyComparison sheet = comparePolicies(settings);
        String table = ComparisonPage.formatTable(sheet, Prices.readTable().taskHour(1, 2));
        PrintWriter out = spec.commandLine().getOut();
        out.println(table);
        if (docs != null) {
            writePages(docs, settings, sheet, table);
        }
        sheet.listBars()
                .forEach(bar -> out.printf(
                        Locale.ROOT,
                        "result %s %.3f bar <= %.3f %s%n",
                        bar.name(),
                        bar.value(),
                        bar.limit(),
                        bar.isHeld() ? "ok" : "short"));
        out.flush();
        return sheet.listBars().stream().allMatch(PolicyComparison.Bar::isHeld) ? 0 : 1;
    }

    private PolicyComparison comparePolicies(FleetSettings settings) {
        try (ProgressBar progress = new ProgressBar(spec.commandLine().getErr(), Screen.ofCommand(spec))) {
            return PolicyComparison.comparePolicies(settings, progress.countUnits("simulations are done"));
        }
    }

    private static void writePages(Path docs, FleetSettings settings, PolicyComparison sheet, String table)
            throws IOException {
        Path page = docs.resolve("autoscaling.md");
        GeneratedPart.writePart(page, "sheet", table);
        GeneratedPart.writePart(page, "sweep", ComparisonPage.formatSweep(PolicyComparison.sweepSettings(settings)));
        Files.createDirectories(docs.resolve("images"));
        for (Map.Entry<String, Map<String, dev.winnow.lab.simulate.SimulationResult>> row :
                sheet.outcomes().entrySet()) {
            List<Chart.Line> lines = row.getValue().entrySet().stream()
                    .map(entry ->
                            new Chart.Line(entry.getKey(), entry.getValue().curve()))
                    .toList();
            String file = "scaling-" + row.getKey().replaceAll("[^a-z0-9]+", "-") + ".svg";
            Files.writeString(docs.resolve("images").resolve(file), Chart.drawChart(row.getKey(), lines));
        }
    }
}
