package dev.winnow.verdict;

import java.nio.charset.StandardCharsets;

/** Reads the bytes of a {@link ByteWriter}. Every method throws {@link IllegalArgumentException} if the bytes end early or are invalid. One thread. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int readOctet() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("a stored item ends early, after " + bytes.length + " bytes");
        }
        return bytes[at++] & 0xff;
    }

    long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = readOctet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a stored number has more than ten bytes");
    }

    long readSigned() {
        long zigzag = readUnsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /** Reads a number that fits an int. */
    int readNumber() {
        long number = readUnsigned();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a stored number is out of range: " + number);
        }
        return (int) number;
    }

    /** Reads a count of elements. Each element has at least one byte, so that a count above the remaining bytes is invalid. */
    int readCount() {
        long count = readUnsigned();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException(
                    "a stored count of " + count + " exceeds the " + (bytes.length - at) + " bytes left");
        }
        return (int) count;
    }

    String readText() {
        int length = readCount();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }
}
