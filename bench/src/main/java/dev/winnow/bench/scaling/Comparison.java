package dev.winnow.bench.scaling;

import dev.winnow.bench.BenchFigures;
import dev.winnow.lab.command.GeneratedPart;
import dev.winnow.lab.simulate.Chart;
import dev.winnow.lab.simulate.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The results of real processes and of the simulator side by side, as figures, a table and a picture. */
record Comparison(SimulationResult real, SimulationResult simulated) {
    /** The largest factor by which the two may differ. */
    private static final double FACTOR_BAR = 1.4;

    private static final double CURVE_BAR = 0.3;

    private record Row(String name, String title, double real, double simulated) {
        /** The larger value over the smaller one. */
        double factorOf() {
            return Math.max(real / simulated, simulated / real);
        }
    }

    private List<Row> listRows() {
        return List.of(
                new Row("wait.p99", "wait p99, s", real.p99(), simulated.p99()),
                new Row("backlog.max", "largest backlog, SMS", real.largestBacklog(), simulated.largestBacklog()),
                new Row("tasks.max", "most tasks", real.largest(), simulated.largest()),
                new Row("task-seconds", "task-seconds", 3600 * real.taskHours(), 3600 * simulated.taskHours()));
    }

    /** Prints each figure with its bar. */
    void printFigures(BenchFigures figures) {
        for (Row row : listRows()) {
            figures.noteFigure("scaling." + row.name() + ".real", row.real(), "");
            figures.noteFigure("scaling." + row.name() + ".simulated", row.simulated(), "");
            figures.atMost("scaling." + row.name() + ".factor", row.factorOf(), FACTOR_BAR);
        }
        figures.atMost("scaling.tasks.curve-distance", curveDistance(), CURVE_BAR);
    }

    /** Writes the table and the picture of docs/autoscaling.md. */
    void writePage(Path docs) throws IOException {
        StringBuilder table = new StringBuilder("| | processes | simulated | factor |\n| --- | ---: | ---: | ---: |\n");
        for (Row row : listRows()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f |\n",
                    row.title(),
                    row.real(),
                    row.simulated(),
                    row.factorOf()));
        }
        GeneratedPart.writePart(docs.resolve("autoscaling.md"), "real", table.toString());
        List<Chart.Line> lines = List.of(
                new Chart.Line("worker processes", real.curve()), new Chart.Line("simulated", simulated.curve()));
        Files.writeString(
                docs.resolve("images/simulated-and-real.svg"), Chart.drawChart("One surge, real and simulated", lines));
    }

    /** The average difference between the numbers of tasks, as a share of the real number. */
    private double curveDistance() {
        double apart = 0;
        double tasks = 0;
        int common = Math.min(real.curve().size(), simulated.curve().size());
        for (int i = 0; i < common; i++) {
            int running = real.curve().get(i).running();
            apart += Math.abs(running - simulated.curve().get(i).running());
            tasks += running;
        }
        return apart / tasks;
    }
}
