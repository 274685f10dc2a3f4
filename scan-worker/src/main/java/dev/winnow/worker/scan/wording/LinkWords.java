package dev.winnow.worker.scan.wording;

/** Finds the links of a text, each of which counts as one word. Stateless; any thread. */
final class LinkWords {
    private LinkWords() {}

    /** The end of the link that begins here, or the same place if none does. */
    static int findEnd(String text, int from) {
        if (!isChunkStart(text, from)) {
            return from;
        }
        boolean dotted = false;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= ' ' || c > 0x7f) {
                break;
            }
            boolean inside = at > from && at + 1 < text.length();
            if (inside
                    && (c == '.' || c == ':')
                    && isLinkPart(text.charAt(at - 1))
                    && isLinkPart(text.charAt(at + 1))) {
                dotted |= c == '.' ? isAsciiLetter(text.charAt(at + 1)) : text.charAt(at + 1) == '/';
            }
        }
        return dotted ? at : from;
    }

    private static boolean isLinkPart(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '/' || c == '-';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isChunkStart(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) > 0x7f;
    }
}
