package dev.winnow.worker.scan.link;

/** The characters that hosts and paths are made of, and the ends of both in a text. Stateless. */
final class LinkCharacters {
    private static final int LONGEST_PATH = 512;

    private LinkCharacters() {}

    /** Whether a port or a path begins here. */
    static boolean isPath(CanonicalText text, int at) {
        char c = text.signAt(at);
        char next = text.signAt(at + 1);
        boolean port = c == ':' && isDigit(next) && isDigit(text.signAt(at + 2));
        return port || ((c == '/' || c == '?' || c == '#' || c == '\\') && next > ' ' && next < 0x7F);
    }

    /** The end of the path that begins here, without the marks of the sentence around it. */
    static int pathEnd(CanonicalText text, int from) {
        int end = from;
        while (end < text.size() && end - from < LONGEST_PATH && isPathSign(text.signAt(end))) {
            end++;
        }
        while (end > from + 1 && ".,;:!?)]}'*".indexOf(text.signAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** The place of the last dot; less than the start without one. */
    static int lastDot(CanonicalText text, int start, int end) {
        int at = end - 1;
        while (at >= start && text.signAt(at) != '.') {
            at--;
        }
        return at;
    }

    /** Letters alone, punycode, or the last number of an address. */
    static boolean mayBeEnding(CanonicalText text, int start, int end) {
        if (isDigit(text.signAt(start))) {
            return end - start <= 3;
        }
        boolean punycode =
                end - start > 4 && text.cutLowerText(start, start + 4).equals("xn--");
        for (int i = start; i < end; i++) {
            if (!punycode && !Character.isLetter(text.signAt(i))) {
                return false;
            }
        }
        return end - start >= 2 && end - start <= 24;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isEdge(char c) {
        return c == '.' || c == '-' || c == '_';
    }

    /** Whether a character may be part of a host. Scripts without blanks between words count only after a scheme ({@code anyScript}). */
    static boolean isHostSign(char c, boolean anyScript) {
        if (c < 0x80) {
            return CanonicalText.isAsciiWordPart(c) || isEdge(c);
        }
        boolean spaced = c < 0x530 || (c >= 0x1E00 && c < 0x2000);
        return (spaced || anyScript) && Character.isLetterOrDigit(c);
    }

    private static boolean isPathSign(char c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>';
    }

    /** The start of the run of host characters that ends here. */
    static int runStart(CanonicalText text, int at) {
        int start = at;
        while (start > 0 && isHostSign(text.signAt(start - 1), false)) {
            start--;
        }
        return start;
    }
}
