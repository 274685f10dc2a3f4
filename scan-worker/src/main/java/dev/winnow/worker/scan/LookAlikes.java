package dev.winnow.worker.scan;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns letters of other alphabets that stand in for Latin ones into Latin letters, word by word, and Latin letters inside Cyrillic words
 * back into Cyrillic. A word of a text that is written in the other alphabet is left alone. Any thread.
 */
final class LookAlikes {
    // Beyond Unicode's confusables: letters that people type to imitate Latin words.
    private static final Map<Integer, Integer> IMITATIONS = parsePairs("кkтtмmнhвbгrпnиuяrкkзzчyшwдdбbлlуyпnёeжx");
    private static final Map<Integer, Integer> TO_CYRILLIC = parsePairs("aаeеoоpрcсyуxхkкmмtтbвhн");
    private static final int NONE = 0;
    private static final Map<Integer, Integer> LATIN = new ConcurrentHashMap<>();
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private LookAlikes() {}

    static void undoLookAlikes(Glyphs text) {
        if (!hasForeignLetters(text)) {
            return;
        }
        boolean latinText = isLatinText(text);
        int start = 0;
        for (int i = 0; i <= text.size(); i++) {
            if (i == text.size() || !isLetter(text.codePointAt(i))) {
                undoWord(text, start, i, latinText);
                start = i + 1;
            }
        }
    }

    private static void undoWord(Glyphs text, int from, int to, boolean latinText) {
        int latin = 0;
        int alike = 0;
        int foreign = 0;
        for (int i = from; i < to; i++) {
            int letter = text.codePointAt(i);
            if (Glyphs.isAsciiLetter(letter)) {
                latin++;
            } else if (latinOf(letter) != NONE) {
                alike++;
            } else {
                foreign++;
            }
        }
        boolean disguisedCyrillic = latin > 0 && foreign > 0 && !latinText && alike + foreign > latin;
        boolean disguisedLatin = alike + foreign > 0 && (latin > 0 || (latinText && foreign == 0));
        if (disguisedCyrillic) {
            replaceRange(text, from, to, letter -> TO_CYRILLIC.getOrDefault(letter | 0x20, letter));
        } else if (disguisedLatin) {
            replaceRange(text, from, to, LookAlikes::imitatedLetter);
        }
    }

    private static void replaceRange(Glyphs text, int from, int to, java.util.function.IntUnaryOperator by) {
        for (int i = from; i < to; i++) {
            text.setCodePoint(i, by.applyAsInt(text.codePointAt(i)));
        }
    }

    private static int imitatedLetter(int letter) {
        if (letter < 0x80) {
            return letter;
        }
        int latin = latinOf(letter);
        return latin != NONE ? latin : IMITATIONS.getOrDefault(letter, letter);
    }

    private static boolean hasForeignLetters(Glyphs text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.codePointAt(i) >= 0x80 && isLetter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether hardly any letter needs another alphabet. */
    private static boolean isLatinText(Glyphs text) {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.size(); i++) {
            int letter = text.codePointAt(i);
            if (Glyphs.isAsciiLetter(letter)) {
                latin++;
            } else if (letter >= 0x80 && isLetter(letter) && latinOf(letter) == NONE) {
                foreign++;
            }
        }
        return latin > 4 * foreign || foreign == 0;
    }

    private static boolean isLetter(int codePoint) {
        return Glyphs.isAsciiLetter(codePoint) || (codePoint >= 0x80 && UCharacter.isUAlphabetic(codePoint));
    }

    private static int latinOf(int codePoint) {
        return LATIN.computeIfAbsent(codePoint, LookAlikes::computeLatin);
    }

    private static int computeLatin(int codePoint) {
        if (codePoint < 0x80 || UScript.getScript(codePoint) == UScript.HAN) {
            return NONE;
        }
        String skeleton = CONFUSABLES.getSkeleton(Character.toString(codePoint));
        int letter = skeleton.codePointAt(0);
        return skeleton.length() == 1 && Glyphs.isAsciiLetter(letter) ? UCharacter.toLowerCase(letter) : NONE;
    }

    private static Map<Integer, Integer> parsePairs(String letters) {
        Map<Integer, Integer> map = new ConcurrentHashMap<>();
        for (int i = 0; i < letters.length(); i += 2) {
            map.put((int) letters.charAt(i), (int) letters.charAt(i + 1));
        }
        return map;
    }
}
