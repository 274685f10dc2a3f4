package dev.winnow.message;

/** Measures and repairs text for UTF-8 without encoding it. Stateless; any thread. */
final class Utf8 {
    private Utf8() {}

    /** Counts the bytes of a text in UTF-8; -1 if the text holds half of a surrogate pair and cannot be encoded. */
    static int encodedLength(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c < 0x800) {
                bytes += 1;
            } else if (!Character.isSurrogate(c)) {
                bytes += 2;
            } else if (isPairAt(text, i)) {
                bytes += 2;
                i++;
            } else {
                return -1;
            }
        }
        return bytes;
    }

    /** Replaces each half of a surrogate pair by U+FFFD; a text without halves is returned as it is. */
    static String replaceHalves(String text) {
        if (encodedLength(text) >= 0) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            if (isPairAt(text, i)) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                repaired.setCharAt(i, '\ufffd');
            }
        }
        return repaired.toString();
    }

    /** Cuts a well-formed text to at most so many bytes, at the end of a character. */
    static String cut(String text, int maxBytes) {
        if (encodedLength(text) <= maxBytes) {
            return text;
        }
        int bytes = 0;
        int end = 0;
        while (true) {
            int codePoint = text.codePointAt(end);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(codePoint);
        }
    }

    static void requireTextOf(int min, int max, String text) {
        int bytes = encodedLength(text);
        if (bytes < 0) {
            throw new InvalidMessageException("text", "must be well-formed Unicode: it has half of a surrogate pair");
        }
        if (bytes < min) {
            throw new InvalidMessageException("text", "must not be empty");
        }
        if (bytes > max) {
            throw new InvalidMessageException("text", "must have at most " + max + " bytes of UTF-8, has " + bytes);
        }
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
