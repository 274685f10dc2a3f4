package dev.winnow.verdict;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers in as few bytes as they need (LEB128) and text with its length in front. */
final class ByteWriter {
    private final ByteArrayOutputStream out;

    ByteWriter(int expectedBytes) {
        this.out = new ByteArrayOutputStream(expectedBytes);
    }

    ByteWriter writeOctet(int value) {
        out.write(value);
        return this;
    }

    /** Writes a value of 0 or more, seven bits in each byte, low bits first. */
    ByteWriter writeUnsigned(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** Writes a value in zigzag form, so that small negative values stay short. */
    ByteWriter writeSigned(long value) {
        return writeUnsigned((value << 1) ^ (value >> 63));
    }

    ByteWriter writeText(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        writeUnsigned(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
