package dev.winnow.worker.scan;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/**
 * Folds single characters: compatibility forms (NFKC), case of non-ASCII letters, accents of alphabetic scripts, digits of any
 * script, typographic punctuation, boxed letters; invisible characters go. Any thread.
 */
final class CharacterFolding {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final String PLAIN =
            "ıiđdðdøołlħhŧtŋnþpæaœoəe‘'’'‚'‛'′'“\"”\"„\"«\"»\"–-—-‒-―-−-‐-‑-•*·.。.、,，,：:！!｡.٫.٬,؟?،,";
    private static final int[] BOXED_ALPHABETS = {0x1F130, 0x1F150, 0x1F170, 0x1F1E6};
    private static final int LETTERS = 26;

    // Filled on first use; the race is benign, as every thread computes the same string.
    private static final @Nullable String[] BMP = new @Nullable String[0x10000];

    private CharacterFolding() {}

    /** The replacement of a non-ASCII character: a few characters, or none. */
    static String foldCharacter(int codePoint) {
        if (codePoint >= BMP.length) {
            return computeFold(codePoint);
        }
        String known = BMP[codePoint];
        if (known == null) {
            known = computeFold(codePoint);
            BMP[codePoint] = known;
        }
        return known;
    }

    /** Whether a combining mark only decorates: accents do, vowel signs of Indic scripts and Thai do not. */
    static boolean isDecoration(int codePoint) {
        int type = UCharacter.getType(codePoint);
        if (type != UCharacterCategory.NON_SPACING_MARK && type != UCharacterCategory.ENCLOSING_MARK) {
            return codePoint == 0x0640;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.INHERITED
                || script == UScript.ARABIC
                || script == UScript.HEBREW
                || script == UScript.COMMON;
    }

    private static String computeFold(int codePoint) {
        for (int first : BOXED_ALPHABETS) {
            if (codePoint >= first && codePoint < first + LETTERS) {
                return Character.toString('a' + codePoint - first);
            }
        }
        int digit = UCharacter.digit(codePoint, 10);
        if (digit >= 0 && UCharacter.getType(codePoint) == UCharacterCategory.DECIMAL_DIGIT_NUMBER) {
            return Character.toString('0' + digit);
        }
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.getType(codePoint) == UCharacterCategory.FORMAT
                || isDecoration(codePoint)) {
            return "";
        }
        StringBuilder folded = new StringBuilder();
        NFKC_CASEFOLD.normalize(Character.toString(codePoint)).codePoints().forEach(part -> appendFold(folded, part));
        return folded.toString();
    }

    private static void appendFold(StringBuilder folded, int codePoint) {
        int plain = codePoint < BMP.length ? PLAIN.indexOf(codePoint) : -1;
        if (plain >= 0 && plain % 2 == 0) {
            folded.append(PLAIN.charAt(plain + 1));
        } else if (UCharacter.isUWhiteSpace(codePoint)) {
            folded.append(' ');
        } else if (losesAccents(codePoint)) {
            String apart = NFD.getDecomposition(codePoint);
            if (apart == null) {
                folded.appendCodePoint(codePoint);
            } else {
                apart.codePoints().filter(part -> !isDecoration(part)).forEach(folded::appendCodePoint);
            }
        } else if (!isDecoration(codePoint)) {
            folded.appendCodePoint(codePoint);
        }
    }

    /** Cyrillic keeps its й and ї, which are letters of their own. */
    private static boolean losesAccents(int codePoint) {
        int script = UScript.getScript(codePoint);
        return script == UScript.LATIN || script == UScript.GREEK;
    }
}
