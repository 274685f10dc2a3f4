package dev.winnow.lab.simulate;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws curves over time as an SVG picture: readable on a page, and in a diff. */
public final class Chart {
    /** A line and what it is called. */
    public record Line(String name, List<SimulationResult.Point> points) {}

    private static final int WIDTH = 860;
    private static final int PANEL = 170;
    private static final int LEFT = 60;
    private static final int TOP = 46;
    private static final int POINTS = 300;
    private static final String[] COLOURS = {"#0b6e4f", "#c0392b", "#2c5f9e", "#b7791f", "#6b4c9a", "#5d6d7e"};

    private Chart() {}

    /** Two panels above each other: tasks that work, and the age of the oldest waiting message. */
    public static String draw(String title, List<Line> lines) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>\n"
                        .formatted(WIDTH, 2 * PANEL + TOP + 70));
        svg.append("<rect width='100%' height='100%' fill='white'/>\n");
        svg.append("<text x='%d' y='20' font-size='15'>%s</text>\n".formatted(LEFT, title));
        legend(svg, lines);
        panel(svg, TOP, "tasks", lines, SimulationResult.Point::running);
        panel(svg, TOP + PANEL + 40, "oldest (s)", lines, SimulationResult.Point::oldestSeconds);
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg, List<Line> lines) {
        double x = LEFT;
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x='%.0f' y='38' fill='%s'>%s</text>\n"
                    .formatted(x, COLOURS[i % COLOURS.length], lines.get(i).name()));
            x += 24 + 6.6 * lines.get(i).name().length();
        }
    }

    private static void panel(
            StringBuilder svg, int top, String name, List<Line> lines, ToDoubleFunction<SimulationResult.Point> value) {
        double highest = 1;
        double longest = 1;
        for (Line line : lines) {
            for (SimulationResult.Point point : line.points()) {
                highest = Math.max(highest, value.applyAsDouble(point));
                longest = Math.max(longest, point.seconds());
            }
        }
        svg.append("<path d='M%d %d V%d H%d' fill='none' stroke='#999'/>\n"
                .formatted(LEFT, top, top + PANEL - 20, WIDTH - 20));
        svg.append(label(4, top + 10, String.format(Locale.ROOT, "%.0f", highest)));
        svg.append(label(4, top + 26, name));
        svg.append(label(WIDTH - 70, top + PANEL - 4, String.format(Locale.ROOT, "%.0f min", longest / 60)));
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<polyline fill='none' stroke-width='1.5' stroke='%s' points='"
                    .formatted(COLOURS[i % COLOURS.length]));
            List<SimulationResult.Point> points = lines.get(i).points();
            int step = Math.max(1, points.size() / POINTS);
            for (int p = 0; p < points.size(); p += step) {
                svg.append(String.format(
                        Locale.ROOT,
                        "%.0f,%.0f ",
                        LEFT + (WIDTH - 20 - LEFT) * points.get(p).seconds() / longest,
                        top + (PANEL - 20) * (1 - value.applyAsDouble(points.get(p)) / highest)));
            }
            svg.append("'/>\n");
        }
    }

    private static String label(int x, int y, String text) {
        return "<text x='%d' y='%d' fill='#555'>%s</text>\n".formatted(x, y, text);
    }
}
