package dev.winnow.lab.load;

import dev.winnow.lab.command.SvgPicture;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws latency against load, on a logarithmic axis: a server at its limit is orders of magnitude slower. */
public final class LatencyCurve {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final double LOWEST_MILLIS = 0.1;
    private static final double HIGHEST_MILLIS = 100_000;

    private LatencyCurve() {}

    private record Curve(String name, String colour, ToDoubleFunction<LoadResult> millis) {}

    private static final List<Curve> CURVES = List.of(
            new Curve("accept p50", "#7fb8a4", result -> result.accept().getValueAtPercentile(50) / 1000.0),
            new Curve("accept p99", "#0b6e4f", result -> result.accept().getValueAtPercentile(99) / 1000.0),
            new Curve(
                    "verdict p50", "#e0a39b", result -> result.acceptToVerdict().getValueAtPercentile(50) / 1000.0),
            new Curve(
                    "verdict p99", "#c0392b", result -> result.acceptToVerdict().getValueAtPercentile(99) / 1000.0));

    /** Draws one point for each result, at its rate. */
    public static String drawCurve(List<LoadResult> results) {
        double most =
                results.stream().mapToInt(result -> result.plan().rate()).max().orElse(1);
        SvgPicture picture = new SvgPicture(WIDTH, HEIGHT);
        picture.addText(LEFT, 20, "#000", "Latency (ms) against load (SMS/s)");
        for (double millis = LOWEST_MILLIS; millis <= HIGHEST_MILLIS; millis *= 10) {
            picture.addAxis(String.format(Locale.ROOT, "M%d %.0f H%d", LEFT, y(millis), WIDTH - 20), "#ddd");
            picture.addText(
                    8,
                    y(millis) + 4,
                    SvgPicture.LABEL,
                    String.format(Locale.ROOT, millis < 1 ? "%.1f" : "%,.0f", millis));
        }
        for (int i = 0; i < CURVES.size(); i++) {
            Curve curve = CURVES.get(i);
            picture.addText(LEFT + i * 110, 38, curve.colour(), curve.name());
            picture.beginCurve(curve.colour(), 2);
            for (LoadResult result : results) {
                picture.addPoint(x(result.plan().rate(), most), y(curve.millis().applyAsDouble(result)));
            }
            picture.endCurve();
        }
        for (LoadResult result : results) {
            int rate = result.plan().rate();
            picture.addText(x(rate, most) - 12, HEIGHT - 12, SvgPicture.LABEL, String.format(Locale.ROOT, "%,d", rate));
        }
        return picture.finish();
    }

    private static double x(double rate, double most) {
        return LEFT + (WIDTH - 50 - LEFT) * rate / most;
    }

    private static double y(double millis) {
        double share = Math.log10(Math.max(LOWEST_MILLIS, millis) / LOWEST_MILLIS)
                / Math.log10(HIGHEST_MILLIS / LOWEST_MILLIS);
        return HEIGHT - 30 - (HEIGHT - 30 - TOP) * Math.min(1, share);
    }
}
