package dev.winnow.local.backtest;

import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Span;
import java.util.BitSet;
import java.util.List;

/** Marks the places of matches in a text, on one line. Stateless. */
final class MarkedText {
    private MarkedText() {}

    static String mark(String text, List<RuleMatch> matches) {
        int[] points = text.codePoints().toArray();
        BitSet marked = new BitSet(points.length);
        for (RuleMatch match : matches) {
            for (Span span : match.spans()) {
                marked.set(span.start(), Math.min(span.end(), points.length));
            }
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        for (int i = 0; i < points.length; i++) {
            if (marked.get(i) && (i == 0 || !marked.get(i - 1))) {
                line.append('\u00ab');
            }
            line.appendCodePoint(Character.isISOControl(points[i]) ? ' ' : points[i]);
            if (marked.get(i) && !marked.get(i + 1)) {
                line.append('\u00bb');
            }
        }
        return line.toString();
    }
}
