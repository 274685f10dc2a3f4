package dev.winnow.worker.scan;

/**
 * Reads digits and signs between letters as the letters they imitate, as in {@code fr33} or {@code @cc0unt}. Numbers with a unit
 * ({@code 150ppm}, {@code 3rd}) and numbers by themselves stay. Stateless.
 */
final class LeetDigits {
    private static final String DIGITS = "oizeasgtbg";
    private static final int LONGEST_UNIT = 3;

    private LeetDigits() {}

    static void undoLeet(Glyphs text) {
        int start = 0;
        for (int i = 0; i <= text.size(); i++) {
            if (i == text.size() || !belongsToWord(text, i)) {
                if (isLeet(text, start, i)) {
                    rewriteRange(text, start, i);
                }
                start = i + 1;
            }
        }
    }

    private static boolean belongsToWord(Glyphs text, int index) {
        int c = text.codePointAt(index);
        return Glyphs.isAsciiLetter(c) || Glyphs.isAsciiDigit(c) || (c < 0x80 && "@$!|".indexOf(c) >= 0);
    }

    private static boolean isLeet(Glyphs text, int from, int to) {
        int letters = 0;
        int figures = 0;
        int leading = 0;
        for (int i = from; i < to; i++) {
            int c = text.codePointAt(i);
            if (Glyphs.isAsciiLetter(c)) {
                letters++;
            } else if (i < to - 1 || c != '!') {
                figures++;
                leading += letters == 0 && Glyphs.isAsciiDigit(c) ? 1 : 0;
            }
        }
        boolean quantity = leading == figures && leading > 0 && letters <= LONGEST_UNIT;
        return letters > 0 && figures > 0 && !quantity && figures <= 2 * letters;
    }

    private static void rewriteRange(Glyphs text, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = text.codePointAt(i);
            if (c == '1' && i + 1 < to && text.codePointAt(i + 1) == '1') {
                text.setCodePoint(i, 'l');
                text.setCodePoint(++i, 'l');
            } else if (c == '1' || c == '!' || c == '|') {
                boolean emphasis = c == '!' && i == to - 1;
                text.setCodePoint(i, emphasis ? c : readsAsL(text, i) ? 'l' : 'i');
            } else if (Glyphs.isAsciiDigit(c)) {
                text.setCodePoint(i, DIGITS.charAt(c - '0'));
            } else if (c == '@') {
                text.setCodePoint(i, 'a');
            } else if (c == '$') {
                text.setCodePoint(i, 's');
            }
        }
    }

    /** A one is an l at the end of a word and between a consonant that goes with it and a vowel: cl1ck keeps its i, c1aim does not. */
    private static boolean readsAsL(Glyphs text, int index) {
        int before = text.peekAt(index - 1) | 0x20;
        int after = text.peekAt(index + 1);
        boolean blend =
                before > 0 && "bcfgps".indexOf(before) >= 0 && after > 0 && "aeou403".indexOf(after | 0x20) >= 0;
        return blend || (!Glyphs.isAsciiLetter(after) && !Glyphs.isAsciiDigit(after));
    }
}
