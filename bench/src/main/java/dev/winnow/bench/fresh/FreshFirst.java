package dev.winnow.bench.fresh;

import java.util.Arrays;

/**
 * Simulates the gain of moving old work aside: a fleet at 80 % of its capacity stops for ten minutes and comes back. Prints the waits of
 * messages that are sent afterwards, first come first served and fresh first. Deterministic.
 */
public final class FreshFirst {
    private static final double CAPACITY = 100;
    private static final double LOAD = 80;
    private static final double GONE_FROM = 60;
    private static final double GONE_UNTIL = 660;
    private static final double END = 7_200;
    private static final double SIDELINE_AFTER = 60;
    private static final double AT_ONCE = 5;

    private FreshFirst() {}

    public static void main(String... arguments) {
        System.out.printf("%-26s %10s %10s %12s %12s%n", "order", "p50 s", "p99 s", "within 5 s", "caught up s");
        double fifo = printRow("first come, first served", runOutage(Double.POSITIVE_INFINITY));
        double fresh = printRow("fresh first (60 s)", runOutage(SIDELINE_AFTER));
        printResult("fresh.within-5s.percent", fresh, 80, fresh >= 80);
        printResult("fresh.over-fifo.points", fresh - fifo, 30, fresh - fifo >= 30);
        if (fresh < 80 || fresh - fifo < 30) {
            System.exit(1);
        }
    }

    private static TwoLaneFleet runOutage(double sidelineAfter) {
        TwoLaneFleet backlog = new TwoLaneFleet(CAPACITY, sidelineAfter);
        for (int step = 0; step * TwoLaneFleet.STEP < END; step++) {
            double now = step * TwoLaneFleet.STEP;
            backlog.runStep(now, LOAD, now < GONE_FROM || now >= GONE_UNTIL);
        }
        return backlog;
    }

    private static double printRow(String name, TwoLaneFleet backlog) {
        double[] waits = backlog.waitsOfSentFrom(GONE_UNTIL);
        double within =
                100.0 * Arrays.stream(waits).filter(wait -> wait <= AT_ONCE).count() / waits.length;
        System.out.printf(
                "%-26s %10.1f %10.1f %11.1f%% %12.0f%n",
                name,
                waits[waits.length / 2],
                waits[(int) (waits.length * 0.99)],
                within,
                backlog.caughtUpAt() - GONE_UNTIL);
        return within;
    }

    private static void printResult(String name, double value, double limit, boolean ok) {
        System.out.printf("result %s %.1f bar >= %.0f %s%n", name, value, limit, ok ? "ok" : "short");
    }
}
