package dev.winnow.worker.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells in a few dozen nanoseconds that a text needs no folding. Looks at eight bytes at once; a set high bit of a lane is the
 * answer for its byte (the arithmetic never carries over a lane, as all bytes are ASCII by then). Stateless.
 */
public final class DisguiseCheck {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int LANES = Long.BYTES;

    private DisguiseCheck() {}

    /** Whether there is a non-ASCII byte, a letter beside a digit or sign that imitates one, or three lone letters in a row. */
    public static boolean suspects(byte[] utf8) {
        long lettersBefore = 0;
        long figuresBefore = 0;
        long loneBefore = 0;
        int length = utf8.length;
        for (int i = 0; i < length; i += LANES) {
            long bytes = load(utf8, i);
            if ((bytes & HIGH) != 0) {
                return true;
            }
            long letters = letters(bytes);
            long figures = figures(bytes);
            long previousLetters = (letters << LANES) | lettersBefore;
            long previousFigures = (figures << LANES) | figuresBefore;
            if (((letters & previousFigures) | (figures & previousLetters)) != 0) {
                return true;
            }
            long nextLetters = (letters >>> LANES) | (i + LANES < length ? nextIsLetter(utf8[i + LANES]) : 0);
            long lone = letters & ~previousLetters & ~nextLetters;
            if (lone != 0 && threeLone(lone, loneBefore)) {
                return true;
            }
            lettersBefore = letters >>> (Long.SIZE - LANES);
            figuresBefore = figures >>> (Long.SIZE - LANES);
            loneBefore = lone;
        }
        return false;
    }

    /** Three letters that stand alone, two bytes apart. */
    private static boolean threeLone(long lone, long before) {
        long twoBack = (lone << (2 * LANES)) | (before >>> (Long.SIZE - 2 * LANES));
        long fourBack = (lone << (4 * LANES)) | (before >>> (Long.SIZE - 4 * LANES));
        return (lone & twoBack & fourBack) != 0;
    }

    private static long load(byte[] utf8, int at) {
        if (at + LANES <= utf8.length) {
            return (long) LONGS.get(utf8, at);
        }
        long bytes = 0;
        for (int i = utf8.length - 1; i >= at; i--) {
            bytes = (bytes << LANES) | (utf8[i] & 0xFF);
        }
        return bytes;
    }

    private static long letters(long bytes) {
        return within(bytes | 0x20 * ONES, 'a', 'z');
    }

    private static long figures(long bytes) {
        return within(bytes, '0', '9') | equal(bytes, '@') | equal(bytes, '$') | equal(bytes, '|');
    }

    private static long within(long bytes, int low, int high) {
        return (bytes + (0x80 - low) * ONES) & ~(bytes + (0x7F - high) * ONES) & HIGH;
    }

    private static long equal(long bytes, int value) {
        // Of ASCII bytes only an equal one leaves the high bit of its lane clear.
        return ~((bytes ^ (value * ONES)) + 0x7F * ONES) & HIGH;
    }

    private static long nextIsLetter(byte next) {
        return Glyphs.isAsciiLetter(next) ? Long.MIN_VALUE : 0;
    }
}
