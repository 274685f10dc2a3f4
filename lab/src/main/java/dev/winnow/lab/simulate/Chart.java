package dev.winnow.lab.simulate;

import dev.winnow.lab.command.SvgPicture;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws curves of simulated fleets over time. */
public final class Chart {
    /** A line with its name. */
    public record Line(String name, List<SimulationResult.Point> points) {}

    private static final int WIDTH = 860;
    private static final int PANEL = 170;
    private static final int LEFT = 60;
    private static final int TOP = 46;
    private static final int POINTS = 300;
    private static final String[] COLOURS = {"#0b6e4f", "#c0392b", "#2c5f9e", "#b7791f", "#6b4c9a", "#5d6d7e"};

    private Chart() {}

    /** Draws two panels above each other: tasks that work, and the age of the oldest waiting message. */
    public static String drawChart(String title, List<Line> lines) {
        SvgPicture picture = new SvgPicture(WIDTH, 2 * PANEL + TOP + 70);
        picture.addTitle(LEFT, 20, title);
        drawLegend(picture, lines);
        drawPanel(picture, TOP, "tasks", lines, SimulationResult.Point::running);
        drawPanel(picture, TOP + PANEL + 40, "oldest (s)", lines, SimulationResult.Point::oldestSeconds);
        return picture.finish();
    }

    private static void drawLegend(SvgPicture picture, List<Line> lines) {
        double x = LEFT;
        for (int i = 0; i < lines.size(); i++) {
            picture.addText(x, 38, colourOf(i), lines.get(i).name());
            x += 24 + 6.6 * lines.get(i).name().length();
        }
    }

    private static void drawPanel(
            SvgPicture picture,
            int top,
            String name,
            List<Line> lines,
            ToDoubleFunction<SimulationResult.Point> value) {
        double highest = Math.max(1, largest(lines, value));
        double longest = Math.max(1, largest(lines, SimulationResult.Point::seconds));
        picture.addAxis("M%d %d V%d H%d".formatted(LEFT, top, top + PANEL - 20, WIDTH - 20), "#999");
        picture.addText(4, top + 10, SvgPicture.LABEL, String.format(Locale.ROOT, "%.0f", highest));
        picture.addText(4, top + 26, SvgPicture.LABEL, name);
        picture.addText(
                WIDTH - 70, top + PANEL - 4, SvgPicture.LABEL, String.format(Locale.ROOT, "%.0f min", longest / 60));
        for (int i = 0; i < lines.size(); i++) {
            picture.beginCurve(colourOf(i), 1.5);
            List<SimulationResult.Point> points = lines.get(i).points();
            int step = Math.max(1, points.size() / POINTS);
            for (int p = 0; p < points.size(); p += step) {
                picture.addPoint(
                        LEFT + (WIDTH - 20 - LEFT) * points.get(p).seconds() / longest,
                        top + (PANEL - 20) * (1 - value.applyAsDouble(points.get(p)) / highest));
            }
            picture.endCurve();
        }
    }

    private static double largest(List<Line> lines, ToDoubleFunction<SimulationResult.Point> value) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(value)
                .max()
                .orElse(0);
    }

    private static String colourOf(int line) {
        return COLOURS[line % COLOURS.length];
    }
}
