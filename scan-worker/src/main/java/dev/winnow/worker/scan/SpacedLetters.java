package dev.winnow.worker.scan;

import com.ibm.icu.lang.UCharacter;

/**
 * Joins letters that were spread with a separator, as in {@code F R E E} or {@code w.i.n}. Within a run every other character is
 * the same separator; three of it in a row stand for one of the text's own. Stateless.
 */
final class SpacedLetters {
    private static final int MIN_UNITS = 3;

    private SpacedLetters() {}

    static Glyphs joinLetters(Glyphs text) {
        Glyphs joined = new Glyphs(text.size());
        int i = 0;
        while (i < text.size()) {
            int end = runEnd(text, i);
            if (end < 0) {
                joined.addFrom(text, i++);
            } else {
                for (int unit = i; unit < end; unit += 2) {
                    joined.addFrom(text, unit);
                }
                i = end;
            }
        }
        return joined;
    }

    /** The index after the last unit of a run that starts here, or -1. */
    private static int runEnd(Glyphs text, int start) {
        int separator = text.peekAt(start + 1);
        if (!isWordPart(text.codePointAt(start)) || isWordPart(text.peekAt(start - 1)) || !isSeparator(separator)) {
            return -1;
        }
        int letters = 0;
        int unit = start;
        int end = -1;
        int units = 0;
        while (unit < text.size() && isUnit(text, unit, separator)) {
            units++;
            letters += UCharacter.isUAlphabetic(text.codePointAt(unit)) ? 1 : 0;
            end = unit + 1;
            if (text.peekAt(unit + 1) != separator) {
                break;
            }
            unit += 2;
        }
        return units >= MIN_UNITS && 2 * letters >= units ? end : -1;
    }

    /** A character that stands alone between separators; the last of a run may be followed by any other non-word character. */
    private static boolean isUnit(Glyphs text, int index, int separator) {
        int next = text.peekAt(index + 1);
        return next == separator || !(isWordPart(text.codePointAt(index)) && isWordPart(next));
    }

    private static boolean isWordPart(int codePoint) {
        return codePoint >= 0 && UCharacter.isLetterOrDigit(codePoint);
    }

    private static boolean isSeparator(int codePoint) {
        return codePoint == ' ' || (codePoint > 0 && codePoint < 0x80 && ".-_*|/,~'+^=:;".indexOf(codePoint) >= 0);
    }
}
