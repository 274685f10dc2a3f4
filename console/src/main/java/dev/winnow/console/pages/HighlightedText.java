package dev.winnow.console.pages;

import java.util.ArrayList;
import java.util.List;

/** A text cut at the borders of its highlighted places. Stateless; any thread. */
final class HighlightedText {
    private HighlightedText() {}

    /** A piece of a text. */
    record Piece(String text, boolean isMarked) {}

    /**
     * Cuts a text.
     *
     * @param spans pairs of start and end in code points, in any order; they may overlap
     */
    static List<Piece> cut(String text, List<List<Integer>> spans) {
        int[] codePoints = text.codePoints().toArray();
        boolean[] marked = new boolean[codePoints.length];
        for (List<Integer> span : spans) {
            for (int i = Math.max(0, span.get(0)); i < Math.min(span.get(1), codePoints.length); i++) {
                marked[i] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= codePoints.length; i++) {
            if (i == codePoints.length || marked[i] != marked[from]) {
                pieces.add(new Piece(new String(codePoints, from, i - from), marked[from]));
                from = i;
            }
        }
        return pieces;
    }
}
