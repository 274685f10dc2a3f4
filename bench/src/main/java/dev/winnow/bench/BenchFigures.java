package dev.winnow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints figures as they are measured, and remembers them. */
public final class BenchFigures {
    private final List<Figure> all = new ArrayList<>();
    private String section = "";

    /**
     * A figure.
     *
     * @param section the section of the page that it belongs to
     * @param bar its bar or, for one that has none, its unit
     * @param isShort whether it missed its bar
     */
    public record Figure(String section, String name, double value, String bar, boolean isShort) {}

    /** Starts a section; the figures that follow belong to it. */
    public void beginSection(String name) {
        section = name;
    }

    /** Prints a figure with an upper bar. */
    public void atMost(String name, double value, double limit) {
        printResult(name, value, "<=", limit, value <= limit);
    }

    /** Prints a figure with a lower bar. */
    public void atLeast(String name, double value, double limit) {
        printResult(name, value, ">=", limit, value >= limit);
    }

    /** Prints a figure without a bar. */
    public void noteFigure(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "note %s %.3f %s%n", name, value, unit);
        all.add(new Figure(section, name, value, unit, false));
    }

    /** Whether a figure missed its bar so far. */
    public boolean anyShort() {
        return all.stream().anyMatch(Figure::isShort);
    }

    /** All figures so far, in the order in which they were measured. */
    public List<Figure> all() {
        return List.copyOf(all);
    }

    private void printResult(String name, double value, String operator, double limit, boolean ok) {
        System.out.printf(
                Locale.ROOT, "result %s %.3f bar %s %.2f %s%n", name, value, operator, limit, ok ? "ok" : "short");
        all.add(new Figure(section, name, value, String.format(Locale.ROOT, "bar %s %.2f", operator, limit), !ok));
    }
}
