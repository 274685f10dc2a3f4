package dev.winnow.ingest.web;

/** Whether bytes are UTF-8 as RFC 3629 defines it. The JSON parser takes some that are not, such as overlong forms. */
final class Utf8 {
    private Utf8() {}

    static boolean isWellFormed(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = lengthAt(bytes, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How long the sequence that begins here is; 0 if it is not well-formed (table 3-7 of the Unicode standard). */
    private static int lengthAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
        if (first >= 0xc2 && first <= 0xdf) {
            return isWithin(second, 0x80, 0xbf) ? 2 : 0;
        }
        if (first >= 0xe0 && first <= 0xef) {
            boolean fits = isWithin(second, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
            return fits && isContinued(bytes, at + 2, 1) ? 3 : 0;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            boolean fits = isWithin(second, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
            return fits && isContinued(bytes, at + 2, 2) ? 4 : 0;
        }
        return 0;
    }

    private static boolean isContinued(byte[] bytes, int from, int count) {
        for (int at = from; at < from + count; at++) {
            if (at >= bytes.length || !isWithin(bytes[at] & 0xff, 0x80, 0xbf)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(int value, int low, int high) {
        return value >= low && value <= high;
    }
}
