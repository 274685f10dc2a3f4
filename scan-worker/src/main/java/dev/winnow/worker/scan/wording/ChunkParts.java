package dev.winnow.worker.scan.wording;

/**
 * Reads the parts of four and five characters of what stands between blanks, with the signs and numbers around the words: {@code rs.000},
 * {@code xx0000}. Each digit is a zero and each emoji the same sign. Links have no parts. Allocation-free after construction; one thread.
 */
final class ChunkParts {
    static final char FIRST = '^';
    static final char LAST = '$';

    private static final char DIGIT = '0';
    private static final char EMOJI = '\u263a';
    private static final int SHORTEST = 4;
    private static final int LONGEST = 5;

    /** A longer chunk is read in pieces. */
    private static final int LONGEST_CHUNK = 256;

    private final FeatureSink sink;
    private final char[] chunk = new char[LONGEST_CHUNK + 2];
    private final int[] places = new int[LONGEST_CHUNK + 3];

    ChunkParts(FeatureSink sink) {
        this.sink = sink;
    }

    /** Hands on the parts of a text; its links are skipped if it has any. */
    void readParts(String text, boolean hasLink) {
        int at = 0;
        while (at < text.length()) {
            int end = hasLink ? LinkWords.findEnd(text, at) : at;
            at = end > at ? end : readChunk(text, at);
        }
    }

    private int readChunk(String text, int from) {
        int at = from;
        int length = 1;
        chunk[0] = FIRST;
        places[0] = from;
        while (at < text.length() && length <= LONGEST_CHUNK && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (!Character.isLowSurrogate(c)) {
                places[length] = at;
                chunk[length++] = toPartCharacter(c);
            }
            at++;
        }
        if (length == 1) {
            return at + 1;
        }
        places[length] = at;
        chunk[length++] = LAST;
        places[length] = at;
        handOnParts(length);
        return at;
    }

    private void handOnParts(int length) {
        for (int from = 0; from + SHORTEST <= length; from++) {
            long state = FeatureHash.startPart();
            int longest = Math.min(length, from + LONGEST);
            for (int to = from; to < longest; ) {
                state = FeatureHash.addChar(state, chunk[to++]);
                if (to - from >= SHORTEST) {
                    sink.takePart(FeatureHash.finish(state), chunk, from, to, places[from], places[to]);
                }
            }
        }
    }

    private static char toPartCharacter(char c) {
        if (Character.isHighSurrogate(c)) {
            return EMOJI;
        }
        return Character.isDigit(c) ? DIGIT : Character.toLowerCase(c);
    }
}
