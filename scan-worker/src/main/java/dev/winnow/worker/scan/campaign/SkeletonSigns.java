package dev.winnow.worker.scan.campaign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * The signs of a text's skeleton: what is left of a character when every usual disguise is undone at once, whatever its neighbours are.
 * Look-alikes of other alphabets become the Latin letter. Letters that digits stand for ({@code a e i o s t}) are left out, and so are all
 * digits: a text in {@code l33t} and the plain text have one skeleton. Vowel signs, accents, marks and invisible characters are left out. Any
 * thread.
 */
final class SkeletonSigns {
    /** A character that is left out. */
    static final char NOTHING = 1;

    /** A sign that may end an opening, such as a greeting. */
    static final char PAUSE = 2;

    static final char COLON = 3;
    static final char SLASH = 4;
    static final char BLANK = 5;
    static final char DOT = 6;
    static final char HYPHEN = 7;

    private static final char FIRST_SYLLABLE = 0x3040;
    private static final String READ_AS_DIGITS = "aeiost";
    private static final String CYRILLIC_READ_AS_LATIN = "тtмmнhвbкk";
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    // Filled on first use; the race is benign, as every thread computes the same sign. 0 is not computed yet.
    private static final char[] SIGNS = new char[0x20000];

    private SkeletonSigns() {}

    /** The sign of a character: a letter, or one of the constants above. */
    static char signOf(int codePoint) {
        if (codePoint >= SIGNS.length) {
            return computeSign(codePoint);
        }
        char sign = SIGNS[codePoint];
        if (sign == 0) {
            sign = computeSign(codePoint);
            SIGNS[codePoint] = sign;
        }
        return sign;
    }

    /** Whether a letter says as much as several Latin ones, as those of Chinese and Japanese do. */
    static boolean isSyllable(char sign) {
        return sign >= FIRST_SYLLABLE;
    }

    private static char computeSign(int codePoint) {
        if (UCharacter.isUWhiteSpace(codePoint)) {
            return BLANK;
        }
        String folded = NFD.normalize(NFKC_CASEFOLD.normalize(Character.toString(codePoint)));
        if (folded.isEmpty()) {
            return NOTHING;
        }
        int first = folded.codePointAt(0);
        return switch (first) {
            case ':' -> COLON;
            case '/' -> SLASH;
            case '.' -> DOT;
            case '-' -> HYPHEN;
            case ',', '!', '\u060C', '\u3001' -> PAUSE;
            default -> UCharacter.isLetter(first) ? letterOf(first) : NOTHING;
        };
    }

    private static char letterOf(int letter) {
        if (letter >= FIRST_SYLLABLE) {
            return letter <= Character.MAX_VALUE ? (char) letter : (char) (letter | 0x8000);
        }
        int latin = latinOf(letter);
        return READ_AS_DIGITS.indexOf(latin) >= 0 || latin == '\u0131' ? NOTHING : (char) latin;
    }

    private static int latinOf(int letter) {
        if (letter < 0x80) {
            return letter;
        }
        int place = CYRILLIC_READ_AS_LATIN.indexOf(letter);
        if (place >= 0 && place % 2 == 0) {
            return CYRILLIC_READ_AS_LATIN.charAt(place + 1);
        }
        if (UScript.getScript(letter) == UScript.HAN) {
            return letter;
        }
        String skeleton = CONFUSABLES.getSkeleton(Character.toString(letter));
        int alike = skeleton.codePointAt(0);
        return skeleton.length() == 1 && alike < 0x80 && UCharacter.isLetter(alike)
                ? UCharacter.toLowerCase(alike)
                : letter;
    }
}
