package dev.winnow.worker.scan.link;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as a reader of links sees it: full-width and styled letters as plain ones, invisible signs left out, and every sign that stands
 * for a dot as a dot. Each sign knows the raw code point it came from, and whether it had to be mended. Not changed after construction.
 */
final class CanonicalText {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final String DOTS = "。․‧∙⋅·•｡";
    private static final Set<String> SPOKEN_DOTS = Set.of("dot", "punto", "ponto", "point", "punkt", "nokta", "titik");
    private static final Set<String> SPOKEN_ENDINGS = Set.of(
            "com", "net", "org", "info", "biz", "ly", "me", "cc", "co", "in", "uk", "io", "gd", "gl", "ru", "cn", "ph",
            "top", "xyz", "vip", "icu", "site", "shop", "online", "club", "click", "link", "live", "win", "bet", "fun");
    private static final char NONE = '\uFFFF';

    // Filled on first use; the race is benign, as every thread computes the same string.
    private static final @Nullable String[] BMP = new @Nullable String[0x10000];

    private char[] signs;
    private int[] places;
    private boolean[] mended;
    private int size;

    private CanonicalText(int capacity) {
        signs = new char[capacity];
        places = new int[capacity];
        mended = new boolean[capacity];
    }

    static CanonicalText ofText(String text) {
        CanonicalText canonical = new CanonicalText(text.length() + 8);
        boolean brackets = canonical.addAll(text);
        canonical.mendDots();
        if (brackets || containsSpokenDot(text)) {
            canonical.mendSpokenDots();
        }
        return canonical;
    }

    int size() {
        return size;
    }

    /** The sign at that index with its case; {@code '\uFFFF'} outside the text and for what is no sign of a link. */
    char signAt(int index) {
        return index >= 0 && index < size ? signs[index] : NONE;
    }

    char lowerAt(int index) {
        char c = signAt(index);
        return c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
    }

    /** The raw code point that the sign came from. */
    int placeOf(int index) {
        return index < size ? places[index] : size == 0 ? 0 : places[size - 1] + 1;
    }

    /** Whether a sign in the range came from a disguise. */
    boolean isMended(int from, int to) {
        for (int i = from; i < to; i++) {
            if (mended[i]) {
                return true;
            }
        }
        return false;
    }

    String cutText(int from, int to) {
        return new String(signs, from, to - from);
    }

    String cutLowerText(int from, int to) {
        char[] lower = new char[to - from];
        for (int i = from; i < to; i++) {
            lower[i - from] = lowerAt(i);
        }
        return new String(lower);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    static boolean isAsciiWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private boolean addAll(String text) {
        boolean brackets = false;
        boolean dropped = false;
        int place = 0;
        for (int i = 0; i < text.length(); place++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                brackets |= c == '[' || c == '(' || c == '{';
                addSign((char) c, place, dropped);
                dropped = false;
                continue;
            }
            String folded = c < BMP.length ? foldSign(c) : computeFold(c);
            boolean changed = folded.length() != 1 || folded.charAt(0) != c;
            for (int k = 0; k < folded.length(); k++) {
                addSign(folded.charAt(k), place, dropped || (changed && folded.charAt(k) < 0x80));
            }
            dropped = folded.isEmpty();
        }
        return brackets;
    }

    private void addSign(char sign, int place, boolean isMended) {
        if (size == signs.length) {
            signs = Arrays.copyOf(signs, 2 * size + 16);
            places = Arrays.copyOf(places, signs.length);
            mended = Arrays.copyOf(mended, signs.length);
        }
        signs[size] = sign;
        places[size] = place;
        mended[size++] = isMended;
    }

    /** A dot of another script is one where Latin letters or digits stand on both sides. */
    private void mendDots() {
        for (int i = 1; i + 1 < size; i++) {
            if (signs[i] >= 0x80
                    && DOTS.indexOf(signs[i]) >= 0
                    && isAsciiWordPart(signs[i - 1])
                    && isAsciiWordPart(signs[i + 1])) {
                signs[i] = '.';
                mended[i] = true;
            }
        }
    }

    private static boolean containsSpokenDot(String text) {
        return text.contains(" dot ") || text.contains(" DOT ") || text.contains(" Dot ");
    }

    /** Rewrites in place: what stands for a dot is never shorter than one. */
    private void mendSpokenDots() {
        int to = 0;
        int from = 0;
        while (from < size) {
            int end = endOfSpokenDot(from, to);
            boolean dot = end > from;
            if (dot) {
                while (to > 0 && signs[to - 1] == ' ') {
                    to--;
                }
            }
            signs[to] = dot ? '.' : signs[from];
            places[to] = places[from];
            mended[to++] = dot || mended[from];
            from = dot ? end : from + 1;
        }
        size = to;
    }

    /** The index after a bracketed or spoken dot that starts there, with the blanks around it; the start itself if there is none. */
    private int endOfSpokenDot(int start, int written) {
        char open = signs[start];
        if (open == '[' || open == '(' || open == '{') {
            int at = skipBlanks(start + 1);
            int word = at;
            while (at < size && at - word < 6 && (Character.isLetter(signs[at]) || signs[at] == '.')) {
                at++;
            }
            String inner = cutLowerText(word, at);
            int close = skipBlanks(at);
            char expected = open == '[' ? ']' : open == '(' ? ')' : '}';
            boolean stands = inner.equals(".") || SPOKEN_DOTS.contains(inner);
            return stands && signAt(close) == expected && start > 0 ? skipBlanks(close + 1) : start;
        }
        if (open == ' ' && written > 0 && isAsciiWordPart(signs[written - 1]) && "dot".equals(wordAt(start + 1))) {
            int next = start + 4;
            String ending = signAt(next) == ' ' ? wordAt(next + 1) : "";
            return SPOKEN_ENDINGS.contains(ending) ? next + 1 : start;
        }
        return start;
    }

    private String wordAt(int start) {
        int end = start;
        while (end < size && end - start < 8 && isAsciiWordPart(signs[end])) {
            end++;
        }
        return cutLowerText(Math.min(start, size), Math.max(Math.min(start, size), end));
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < size && at - from < 2 && signs[at] == ' ') {
            at++;
        }
        return at;
    }

    private static String foldSign(int c) {
        String known = BMP[c];
        if (known == null) {
            known = computeFold(c);
            BMP[c] = known;
        }
        return known;
    }

    private static String computeFold(int c) {
        if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return "";
        }
        if (c >= 0x1F130 && c < 0x1F18A) {
            int letter = (c - 0x1F130) % 32;
            return letter < 26 ? Character.toString('a' + letter) : String.valueOf(NONE);
        }
        String plain = NFKC.normalize(Character.toString(c));
        boolean oneSign = plain.chars().noneMatch(part -> Character.isSurrogate((char) part));
        return oneSign && !plain.isEmpty() ? plain : String.valueOf(NONE);
    }
}
