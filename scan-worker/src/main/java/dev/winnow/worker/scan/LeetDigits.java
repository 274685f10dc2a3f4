package dev.winnow.worker.scan;

import dev.winnow.worker.scan.spelling.Vocabulary;
import dev.winnow.worker.scan.spelling.WordLetters;

/**
 * Reads digits and signs between letters as the letters they imitate, as in {@code fr33} or {@code @cc0unt}. Numbers with a unit
 * ({@code 150ppm}, {@code 3rd}) and numbers by themselves stay. In a text with several words in such disguise, a number with a unit is read
 * as well ({@code 1n}) if its letters are a word. One thread.
 */
final class LeetDigits {
    private static final String DIGITS = "oizeasgtbg";
    private static final String SIGNS = "@$!|";
    private static final int LONGEST_UNIT = 3;

    /** In a text with this number of words in disguise, a number with a unit may be a word, too. */
    private static final int MANY_WORDS = 3;

    private final Glyphs text;
    private final Vocabulary vocabulary;
    private final char[] word = new char[Vocabulary.LONGEST];

    private LeetDigits(Glyphs text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    static void undoLeet(Glyphs text, Vocabulary vocabulary) {
        LeetDigits reader = new LeetDigits(text, vocabulary);
        if (reader.rewriteWords(false) >= MANY_WORDS) {
            reader.rewriteWords(true);
        }
    }

    private int rewriteWords(boolean withQuantities) {
        int words = 0;
        int start = 0;
        for (int i = 0; i <= text.size(); i++) {
            if (i == text.size() || !belongsToWord(text.codePointAt(i))) {
                words += i > start && rewriteRange(start, i, withQuantities) ? 1 : 0;
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean belongsToWord(int c) {
        return Glyphs.isAsciiLetter(c) || Glyphs.isAsciiDigit(c) || (c < 0x80 && SIGNS.indexOf(c) >= 0);
    }

    private boolean rewriteRange(int from, int to, boolean withQuantities) {
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
        if (letters == 0 || figures == 0) {
            return false;
        }
        boolean quantity = leading == figures && letters <= LONGEST_UNIT;
        if (quantity || figures > 2 * letters) {
            return withQuantities && isWord(from, to) && readFigures(from, to);
        }
        return readFigures(from, to);
    }

    private boolean isWord(int from, int to) {
        return to - from <= word.length && (findWord(from, to, -1) >= 0 || chooseOne(from, to) >= 0);
    }

    private boolean readFigures(int from, int to) {
        int other = chooseOne(from, to);
        for (int i = from; i < to; i++) {
            if (text.codePointAt(i) == '1' && i + 1 < to && text.codePointAt(i + 1) == '1') {
                text.setCodePoint(i, 'l');
                text.setCodePoint(++i, 'l');
            } else {
                text.setCodePoint(i, readFigure(i, to, i == other));
            }
        }
        return true;
    }

    /** The index of a digit 1 that gives a more frequent word when it is read as the other of its two letters, l and i; -1 if there is none. */
    private int chooseOne(int from, int to) {
        int chosen = -1;
        if (to - from <= word.length) {
            int best = findWord(from, to, -1);
            for (int i = from; i < to; i++) {
                int number = text.codePointAt(i) == '1' ? findWord(from, to, i) : -1;
                if (number >= 0 && (best < 0 || number < best)) {
                    best = number;
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private int findWord(int from, int to, int other) {
        for (int i = from; i < to; i++) {
            word[i - from] = WordLetters.toLowerCase(readFigure(i, to, i == other));
        }
        return vocabulary.findWord(word, 0, to - from);
    }

    private int readFigure(int i, int to, boolean other) {
        int c = text.codePointAt(i);
        if (c == '1' || c == '|' || (c == '!' && i < to - 1)) {
            return readsAsL(i) == other ? 'i' : 'l';
        }
        if (Glyphs.isAsciiDigit(c)) {
            return DIGITS.charAt(c - '0');
        }
        return c == '@' ? 'a' : c == '$' ? 's' : c;
    }

    /** A one is an l at the end of a word and between a consonant that goes with it and a vowel: cl1ck keeps its i, c1aim does not. */
    private boolean readsAsL(int index) {
        int before = text.peekAt(index - 1) | 0x20;
        int after = text.peekAt(index + 1);
        boolean blend =
                before > 0 && "bcfgps".indexOf(before) >= 0 && after > 0 && "aeou403".indexOf(after | 0x20) >= 0;
        return blend || (!Glyphs.isAsciiLetter(after) && !Glyphs.isAsciiDigit(after));
    }
}
