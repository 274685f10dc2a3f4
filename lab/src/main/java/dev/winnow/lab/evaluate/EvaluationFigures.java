package dev.winnow.lab.evaluate;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints measured figures, one {@code result NAME VALUE bar OP LIMIT ok|short} line each, and remembers whether one was short. */
public final class EvaluationFigures {
    private final PrintWriter out;
    private boolean anyShort;

    public EvaluationFigures(PrintWriter out) {
        this.out = out;
    }

    /** Prints a figure that must reach its limit. */
    public void atLeast(String name, double value, double limit) {
        printFigure(name, value, ">=", limit, value >= limit);
    }

    /** Prints a figure that must not pass its limit. */
    public void atMost(String name, double value, double limit) {
        printFigure(name, value, "<=", limit, value <= limit);
    }

    /** Whether a figure missed its bar. */
    public boolean anyShort() {
        return anyShort;
    }

    private void printFigure(String name, double value, String operator, double limit, boolean ok) {
        anyShort |= !ok;
        out.printf(Locale.ROOT, "result %s %.4f bar %s %s %s%n", name, value, operator, limit, ok ? "ok" : "short");
    }
}
