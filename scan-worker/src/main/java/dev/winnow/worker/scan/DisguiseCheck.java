package dev.winnow.worker.scan;

import dev.winnow.worker.scan.spelling.Vocabulary;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells whether a text needs no folding. The check of its signs takes a few dozen nanoseconds. It looks at eight bytes at once; a set high bit of a
 * lane is the answer for its byte. The arithmetic carries over a lane only beside a byte that is no ASCII, which settles the answer anyway. Signs
 * are gathered and asked for once: a branch on every word of a text costs more than the arithmetic. Stateless.
 */
public final class DisguiseCheck {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int LANES = Long.BYTES;

    private DisguiseCheck() {}

    /**
     * Whether folding could change the text: false for ASCII without letters next to digits or signs, without lone letters in a row, and
     * without words to respell.
     */
    public static boolean mayBeDisguised(byte[] utf8, Vocabulary vocabulary) {
        return isSuspect(utf8) || Respelling.isNeeded(utf8, vocabulary);
    }

    /** Whether there is a non-ASCII byte, a letter beside a digit or sign that imitates one, or three lone letters in a row. */
    public static boolean isSuspect(byte[] utf8) {
        long signs = 0;
        long lettersBefore = 0;
        long figuresBefore = 0;
        long loneBefore = 0;
        for (int i = 0; i < utf8.length; i += LANES) {
            long bytes = loadLanes(utf8, i);
            long letters = maskLetters(bytes);
            long figures = maskDigits(bytes);
            long previous = shiftLanes(letters, lettersBefore, 1);
            long lone = previous & ~letters & ~shiftLanes(letters, lettersBefore, 2);
            signs |= bytes & HIGH;
            signs |= (letters & shiftLanes(figures, figuresBefore, 1)) | (figures & previous);
            signs |= lone & shiftLanes(lone, loneBefore, 2) & shiftLanes(lone, loneBefore, 4);
            lettersBefore = letters;
            figuresBefore = figures;
            loneBefore = lone;
        }
        long lone = shiftLanes(0, lettersBefore, 1) & ~shiftLanes(0, lettersBefore, 2);
        signs |= lone & shiftLanes(0, loneBefore, 2) & shiftLanes(0, loneBefore, 4);
        return signs != 0;
    }

    /** The byte that many places earlier. */
    private static long shiftLanes(long lanes, long before, int bytes) {
        return (lanes << (bytes * LANES)) | (before >>> (Long.SIZE - bytes * LANES));
    }

    private static long loadLanes(byte[] utf8, int at) {
        if (at + LANES <= utf8.length) {
            return (long) LONGS.get(utf8, at);
        }
        int left = utf8.length - at;
        if (utf8.length >= LANES) {
            return (long) LONGS.get(utf8, utf8.length - LANES) >>> (Byte.SIZE * (LANES - left));
        }
        long bytes = 0;
        for (int i = utf8.length - 1; i >= at; i--) {
            bytes = (bytes << LANES) | (utf8[i] & 0xFF);
        }
        return bytes;
    }

    private static long maskLetters(long bytes) {
        return maskRange(bytes | 0x20 * ONES, 'a', 'z');
    }

    private static long maskDigits(long bytes) {
        long noSign = maskDifferent(bytes, '@') & maskDifferent(bytes, '$') & maskDifferent(bytes, '|');
        return maskRange(bytes, '0', '9') | (~noSign & HIGH);
    }

    private static long maskRange(long bytes, int low, int high) {
        return (bytes + (0x80 - low) * ONES) & ~(bytes + (0x7F - high) * ONES) & HIGH;
    }

    private static long maskDifferent(long bytes, int value) {
        // Of ASCII bytes only an equal one leaves the high bit of its lane clear.
        return (bytes ^ (value * ONES)) + 0x7F * ONES;
    }
}
