package dev.winnow.ingest.tomcat;

/** Counts the bytes of UTF-8 that JSON takes once the escapes in its strings are undone. One body each, which may grow. */
final class DecodedLength {
    /** The length of an escape such as {@code \\u0041}, which stands for one byte at least. */
    static final int LONGEST_ESCAPE = 6;

    private static final int SHORT_ESCAPE = 2;

    private int looked;
    private int saved;

    /** The decoded length of the body up to here; an escape that has not wholly arrived counts as it is. */
    int upTo(byte[] body, int end) {
        while (looked < end) {
            int length = lengthAt(body, end);
            if (looked + length > end) {
                break;
            }
            saved += length - decodedBytes(body, length);
            looked += length;
        }
        return end - saved;
    }

    private int lengthAt(byte[] body, int end) {
        if (body[looked] != '\\') {
            return 1;
        }
        return looked + 1 < end && body[looked + 1] == 'u' ? LONGEST_ESCAPE : SHORT_ESCAPE;
    }

    private int decodedBytes(byte[] body, int length) {
        if (length < LONGEST_ESCAPE) {
            return 1;
        }
        int unit = 0;
        for (int i = looked + 2; i < looked + length; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                return length;
            }
            unit = unit << 4 | digit;
        }
        return unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate((char) unit) ? 2 : 3;
    }
}
