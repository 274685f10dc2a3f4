package dev.winnow.bench;

import java.util.Locale;

/** Prints figures as they are measured, and remembers whether one was short. */
public final class Figures {
    private boolean anyShort;

    /** A figure that must not be greater. */
    public void atMost(String name, double value, double limit) {
        print(name, value, "<=", limit, value <= limit);
    }

    /** A figure that must not be smaller. */
    public void atLeast(String name, double value, double limit) {
        print(name, value, ">=", limit, value >= limit);
    }

    /** A figure without a bar. */
    public void note(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "note %s %.3f %s%n", name, value, unit);
    }

    /** Whether a figure missed its bar so far. */
    public boolean anyShort() {
        return anyShort;
    }

    private void print(String name, double value, String operator, double limit, boolean ok) {
        System.out.printf(
                Locale.ROOT, "result %s %.3f bar %s %.2f %s%n", name, value, operator, limit, ok ? "ok" : "short");
        anyShort |= !ok;
    }
}
