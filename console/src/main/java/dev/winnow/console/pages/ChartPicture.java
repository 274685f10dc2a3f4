package dev.winnow.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lines of a chart as an SVG path, for readers without JavaScript. Stateless; any thread. */
final class ChartPicture {
    static final int WIDTH = 600;
    static final int HEIGHT = 120;

    private ChartPicture() {}

    /**
     * One line.
     *
     * @param name the name of its series
     * @param path the value of the attribute {@code d}
     */
    record Line(String name, String path) {}

    /**
     * A picture with lines on one scale.
     *
     * @param top the value at the upper end
     */
    record Picture(List<Line> lines, double top) {}

    static Picture draw(List<String> names, List<List<@Nullable Double>> series) {
        double top = series.stream()
                .flatMap(List::stream)
                .mapToDouble(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        double scale = top == 0 ? 1 : top;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(new Line(names.get(i), path(series.get(i), scale)));
        }
        return new Picture(lines, top);
    }

    private static String path(List<@Nullable Double> values, double scale) {
        StringBuilder path = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                path.append(String.format(
                        Locale.ENGLISH,
                        "%s%.1f %.1f",
                        isDrawing ? "L" : "M",
                        i * (double) WIDTH / Math.max(1, values.size() - 1),
                        HEIGHT - value / scale * (HEIGHT - 4) - 2));
            }
            isDrawing = value != null;
        }
        return path.toString();
    }
}
