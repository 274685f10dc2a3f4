package dev.winnow.lab.command;

import java.util.Locale;

/** Writes an SVG picture of texts and lines in whole pixels: readable on a page, and in a diff. One thread. */
public final class SvgPicture {
    /** The colour of axis labels. */
    public static final String LABEL = "#555";

    private final StringBuilder svg = new StringBuilder();

    /** Starts a white picture of this size, in pixels. */
    public SvgPicture(int width, int height) {
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>
                <rect width='100%%' height='100%%' fill='white'/>
                """, width, height));
    }

    /** Adds the heading. */
    public void addTitle(int x, int y, String title) {
        svg.append(String.format(Locale.ROOT, "<text x='%d' y='%d' font-size='15'>%s</text>\n", x, y, title));
    }

    /** Adds a text with its baseline beginning at a point. */
    public void addText(double x, double y, String colour, String text) {
        svg.append(String.format(Locale.ROOT, "<text x='%.0f' y='%.0f' fill='%s'>%s</text>\n", x, y, colour, text));
    }

    /** Adds a thin grey line along a path of SVG commands, such as {@code M10 10 H90}. */
    public void addAxis(String path, String colour) {
        svg.append(String.format(Locale.ROOT, "<path d='%s' fill='none' stroke='%s'/>\n", path, colour));
    }

    /** Starts a curve; its points follow. */
    public void beginCurve(String colour, double width) {
        svg.append(String.format(
                Locale.ROOT, "<polyline fill='none' stroke-width='%s' stroke='%s' points='", width, colour));
    }

    /** Adds a point to the curve. */
    public void addPoint(double x, double y) {
        svg.append(String.format(Locale.ROOT, "%.0f,%.0f ", x, y));
    }

    /** Ends the curve. */
    public void endCurve() {
        svg.append("'/>\n");
    }

    /** Ends the picture and returns it; no element can be added afterwards. */
    public String finish() {
        return svg.append("</svg>\n").toString();
    }
}
