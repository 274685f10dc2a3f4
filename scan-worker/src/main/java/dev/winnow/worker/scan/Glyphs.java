package dev.winnow.worker.scan;

import dev.winnow.worker.scan.spelling.TextUnits;
import java.util.Arrays;

/** A text under folding: code points, each with the range of raw code points it stands for. One thread. */
final class Glyphs implements TextUnits {
    private int[] codePoints;
    private int[] starts;
    private int[] ends;
    private int size;

    Glyphs(int capacity) {
        codePoints = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int codePointAt(int index) {
        return codePoints[index];
    }

    int startOf(int index) {
        return starts[index];
    }

    int endOf(int index) {
        return ends[index];
    }

    void setCodePoint(int index, int codePoint) {
        codePoints[index] = codePoint;
    }

    void addGlyph(int codePoint, int start, int end) {
        if (size == codePoints.length) {
            int capacity = Math.max(16, 2 * size);
            codePoints = Arrays.copyOf(codePoints, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        codePoints[size] = codePoint;
        starts[size] = start;
        ends[size++] = end;
    }

    void addFrom(Glyphs other, int index) {
        addGlyph(other.codePoints[index], other.starts[index], other.ends[index]);
    }

    static boolean isAsciiLetter(int codePoint) {
        int lower = codePoint | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isAsciiDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }
}
