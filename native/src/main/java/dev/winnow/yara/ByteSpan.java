package dev.winnow.yara;

/**
 * Where a string of a rule matched.
 *
 * @param offset bytes from the start of the text
 * @param length bytes; 0 is possible for a regex
 */
public record ByteSpan(int offset, int length) implements Comparable<ByteSpan> {

    /** By offset, then by length. */
    @Override
    public int compareTo(ByteSpan other) {
        return offset != other.offset ? Integer.compare(offset, other.offset) : Integer.compare(length, other.length);
    }

    /**
     * The same place in characters, as an API speaks of it.
     *
     * @param utf8 the text that was scanned, valid UTF-8 from its first byte
     */
    public CodePointRange codePoints(byte[] utf8) {
        int start = countCharacters(utf8, offset);
        boolean inside = offset < utf8.length && isContinuation(utf8[offset]);
        return new CodePointRange(inside ? Math.max(0, start - 1) : start, countCharacters(utf8, offset + length));
    }

    /** Characters that start before the byte. */
    private static int countCharacters(byte[] utf8, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            if (!isContinuation(utf8[i])) {
                count++;
            }
        }
        return count;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
