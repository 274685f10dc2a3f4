package dev.winnow.worker.scan.link;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells in a few dozen nanoseconds that a text holds no link and no e-mail address. Looks at eight bytes at once for a dot, an at sign, a
 * bracket or a byte that is no ASCII, and only where there is one at the bytes around it. Stateless.
 */
final class LinkSigns {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int LANES = Long.BYTES;

    /** First bytes of invisible characters, full-width forms and dots of other scripts; accents and other alphabets have other ones. */
    private static final int GENERAL_PUNCTUATION = 0xE2;

    private static final int CJK_PUNCTUATION = 0xE3;
    private static final int FULL_WIDTH = 0xEF;
    private static final int ASTRAL = 0xF0;

    private LinkSigns() {}

    /** Whether a closer look may find something; false for most chat. */
    static boolean mayHoldLink(byte[] utf8) {
        long blanksBefore = 0;
        for (int i = 0; i < utf8.length; i += LANES) {
            boolean whole = i + LANES <= utf8.length;
            long bytes = whole ? (long) LONGS.get(utf8, i) : 0;
            long blanks = maskEqual(bytes, ' ');
            // A word that begins with d may be a spoken dot.
            long starts = ((blanks << Byte.SIZE) | (blanksBefore >>> (Long.SIZE - Byte.SIZE)))
                    & maskEqual(bytes | 0x20 * ONES, 'd');
            if ((!whole || starts != 0 || hasSign(bytes)) && hasSignWithin(utf8, i)) {
                return true;
            }
            blanksBefore = blanks;
        }
        return false;
    }

    private static boolean hasSignWithin(byte[] utf8, int from) {
        int end = Math.min(from + LANES, utf8.length);
        for (int at = from; at < end; at++) {
            if (isSign(utf8, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSign(long bytes) {
        long equal = maskEqual(bytes, '.')
                | maskEqual(bytes, '@')
                | maskEqual(bytes, '/')
                | maskEqual(bytes, '(')
                | maskEqual(bytes & ~(0x20 * ONES), '[');
        return ((equal | bytes) & HIGH) != 0;
    }

    /** The high bit of each lane that holds the value; also of some lanes beside a byte that is no ASCII. */
    private static long maskEqual(long bytes, int value) {
        long difference = bytes ^ (value * ONES);
        return (difference - ONES) & ~difference & HIGH;
    }

    private static boolean isSign(byte[] utf8, int at) {
        int b = utf8[at] & 0xFF;
        return switch (b) {
            case '.' -> isDotOfLink(utf8, at);
            case '@' -> at > 0 && isWordPart(byteAt(utf8, at - 1));
            case '/' -> byteAt(utf8, at + 1) == '/';
            case '[', '(', '{' -> byteAt(utf8, at + 1) == '.' || isBracketedWord(utf8, at);
            case 'd', 'D' -> isSpokenDot(utf8, at);
            case GENERAL_PUNCTUATION, CJK_PUNCTUATION, FULL_WIDTH, ASTRAL -> isUnusual(utf8, at, b);
            default -> false;
        };
    }

    /** A dot before a letter, a digit or a bracket; or with a blank before it; or before a blank and a lower-case word. */
    private static boolean isDotOfLink(byte[] utf8, int at) {
        int next = byteAt(utf8, at + 1);
        int before = byteAt(utf8, at - 1);
        if (isLetter(next) || next >= 0x80 || next == ']' || next == ')' || next == '}') {
            return before >= ' ' && before != '.';
        }
        if (isWordPart(next)) {
            return isWordPart(before) && hasTwoMoreDots(utf8, at);
        }
        return next == ' ' && (before == ' ' || isLowerCase(byteAt(utf8, at + 2)));
    }

    /** Of numbers only addresses such as 203.0.113.7 matter, or hosts such as example.1a.org, whose other dots tell. */
    private static boolean hasTwoMoreDots(byte[] utf8, int at) {
        int dots = 0;
        for (int i = at + 1; i < utf8.length && (isWordPart(utf8[i] & 0xFF) || utf8[i] == '.'); i++) {
            dots += utf8[i] == '.' ? 1 : isLetter(utf8[i] & 0xFF) ? 2 : 0;
            if (dots >= 2) {
                return true;
            }
        }
        return false;
    }

    /** A short word between brackets that may mean a dot in one of some languages. */
    private static boolean isBracketedWord(byte[] utf8, int at) {
        int end = at + 1;
        while (isLetter(byteAt(utf8, end)) && end - at < 7) {
            end++;
        }
        int close = byteAt(utf8, end);
        int first = byteAt(utf8, at + 1) | 0x20;
        boolean closed = close == ')' || close == ']' || close == '}';
        return closed && end - at > 3 && (first == 'd' || first == 'p' || first == 'n' || first == 't');
    }

    private static boolean isSpokenDot(byte[] utf8, int at) {
        int before = byteAt(utf8, at - 1);
        return (byteAt(utf8, at + 1) | 0x20) == 'o'
                && (byteAt(utf8, at + 2) | 0x20) == 't'
                && !isLetter(byteAt(utf8, at + 3))
                && before == ' ';
    }

    /** Invisible characters, dots and letters in other widths, but not quotes, dashes, bullets and CJK text as such. */
    private static boolean isUnusual(byte[] utf8, int at, int first) {
        int second = byteAt(utf8, at + 1);
        int third = byteAt(utf8, at + 2);
        return switch (first) {
            case GENERAL_PUNCTUATION -> second == 0x80 && ((third >= 0x8B && third <= 0x8F) || third == 0xA4);
            case CJK_PUNCTUATION -> second == 0x80 && third == 0x82 && isAsciiWordPart(byteAt(utf8, at + 3));
            case FULL_WIDTH -> (second == 0xBC && third == 0x8E) || (second == 0xBD && third == 0xA1) || second == 0xBB;
            default -> second == 0x9D || (second == 0x9F && third == 0x84);
        };
    }

    private static int byteAt(byte[] utf8, int at) {
        return at >= 0 && at < utf8.length ? utf8[at] & 0xFF : -1;
    }

    private static boolean isLowerCase(int b) {
        return b >= 'a' && b <= 'z';
    }

    private static boolean isLetter(int b) {
        return isLowerCase(b | 0x20);
    }

    private static boolean isAsciiWordPart(int b) {
        return b < 0x80 && isWordPart(b);
    }

    private static boolean isWordPart(int b) {
        return isLetter(b) || (b >= '0' && b <= '9') || b >= 0x80;
    }
}
