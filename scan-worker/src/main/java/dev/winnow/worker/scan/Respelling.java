package dev.winnow.worker.scan;

import dev.winnow.worker.scan.spelling.Misspellings;
import dev.winnow.worker.scan.spelling.TextUnits;
import dev.winnow.worker.scan.spelling.Vocabulary;

/** Writes words in disguise as the vocabulary spells them. Stateless. */
final class Respelling {
    private Respelling() {}

    /** Whether an ASCII text has a word to respell. */
    static boolean isNeeded(byte[] ascii, Vocabulary vocabulary) {
        return new Misspellings(TextUnits.ofAscii(ascii), false, vocabulary).findNext();
    }

    /**
     * The text with its words respelled.
     *
     * @param spread whether letters of the text were spread
     */
    static Glyphs respellWords(Glyphs text, boolean spread, Vocabulary vocabulary) {
        Misspellings words = new Misspellings(text, spread, vocabulary);
        Glyphs result = new Glyphs(text.size() + 8);
        int copied = 0;
        while (words.findNext()) {
            copyGlyphs(text, copied, words.start(), result);
            addWord(words.spelling(), text, words.start(), words.end(), result);
            copied = words.end();
        }
        copyGlyphs(text, copied, text.size(), result);
        return result;
    }

    private static void copyGlyphs(Glyphs text, int from, int to, Glyphs result) {
        for (int i = from; i < to; i++) {
            result.addFrom(text, i);
        }
    }

    /** Each letter stands for the character at its place, the last one for the rest. */
    private static void addWord(String spelling, Glyphs text, int from, int to, Glyphs result) {
        int last = spelling.length() - 1;
        for (int i = 0; i <= last; i++) {
            int at = Math.min(to - 1, from + i);
            result.addGlyph(spelling.charAt(i), text.startOf(at), text.endOf(i == last ? to - 1 : at));
        }
    }
}
