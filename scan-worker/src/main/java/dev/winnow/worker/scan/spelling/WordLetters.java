package dev.winnow.worker.scan.spelling;

import dev.winnow.worker.scan.wording.WordlessScripts;

/** The letters and marks that words consist of, in scripts that separate words. Stateless. */
public final class WordLetters {
    private WordLetters() {}

    public static boolean contains(int codePoint) {
        if (codePoint < 0x80) {
            int lower = codePoint | 0x20;
            return lower >= 'a' && lower <= 'z';
        }
        if (codePoint > Character.MAX_VALUE || WordlessScripts.contains((char) codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return Character.isLetter(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** A letter of a word in lower case. */
    public static char toLowerCase(int letter) {
        return (char) (letter < 0x80 ? letter | 0x20 : Character.toLowerCase(letter));
    }
}
