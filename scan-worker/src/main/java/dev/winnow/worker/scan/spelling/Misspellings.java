package dev.winnow.worker.scan.spelling;

/**
 * Finds words in disguise: words with one wrong letter, and words that a dot, a blank or another sign cuts in two. Links, addresses and
 * scripts without blanks between words are left out. One thread.
 */
public final class Misspellings {
    private static final String CUTS = " .-_*,|~";

    private final Vocabulary vocabulary;
    private final TextUnits text;
    private final boolean spread;
    private final char[] word = new char[2 * Vocabulary.LONGEST + 2];
    private int length;
    private int start;
    private int end;
    private int found;

    /**
     * Finds the words in disguise of a text.
     *
     * @param spread whether letters of the text were spread, so that a word of two letters may be cut too
     */
    public Misspellings(TextUnits text, boolean spread, Vocabulary vocabulary) {
        this.text = text;
        this.spread = spread;
        this.vocabulary = vocabulary;
    }

    /** Finds the next word in disguise, from the end of the last one on. */
    public boolean findNext() {
        int at = end;
        while (at < text.size() && !vocabulary.isEmpty()) {
            if (isLetter(at)) {
                start = at;
                at = endOfWord(at);
                if (readWord(at)) {
                    return true;
                }
            } else {
                at++;
            }
        }
        return false;
    }

    /** The index of the first letter of the word that was found. */
    public int start() {
        return start;
    }

    /** The index behind the last letter of the word that was found. */
    public int end() {
        return end;
    }

    /** The word that was found as the vocabulary spells it. */
    public String spelling() {
        return vocabulary.wordAt(found);
    }

    private boolean readWord(int wordEnd) {
        end = wordEnd;
        if (isJoined(start - 1, start - 2)) {
            return false;
        }
        length = 0;
        addLetters(start, wordEnd);
        int number = vocabulary.findWord(word, 0, length);
        if (isCut(wordEnd) && isWordInTwo(wordEnd, number >= 0)) {
            return true;
        }
        found = number >= 0 || isJoined(wordEnd, wordEnd + 1) ? -1 : vocabulary.findCorrected(word, length);
        return found >= 0;
    }

    private boolean isCut(int sign) {
        return CUTS.indexOf(text.peekAt(sign)) >= 0 && sign + 1 < text.size() && isLetter(sign + 1);
    }

    private boolean isWordInTwo(int cut, boolean firstIsWord) {
        int first = length;
        int next = endOfWord(cut + 1);
        if (isJoined(next, next + 1)) {
            return false;
        }
        addLetters(cut + 1, next);
        boolean longEnough = length >= Vocabulary.SHORTEST_CORRECTED || (spread && length == 2);
        boolean twoWords = isGap(text.codePointAt(cut)) && firstIsWord && vocabulary.findWord(word, first, length) >= 0;
        found = longEnough && !twoWords ? vocabulary.findWord(word, 0, length) : -1;
        length = first;
        if (found >= 0) {
            end = next;
        }
        return found >= 0;
    }

    /** Whether a sign stands between two words of a text. */
    private static boolean isGap(int sign) {
        return sign == ' ' || sign == '-';
    }

    private void addLetters(int from, int to) {
        for (int i = from; i < to && length < word.length; i++) {
            int c = text.codePointAt(i);
            word[length++] = WordLetters.toLowerCase(c);
        }
    }

    private int endOfWord(int from) {
        int to = from;
        while (to < text.size() && isLetter(to)) {
            to++;
        }
        return to;
    }

    /** Whether a sign joins a word to more, as in an address or a number. */
    private boolean isJoined(int sign, int beyond) {
        int c = text.peekAt(sign);
        if (c < 0) {
            return false;
        }
        if (c == '.' || c == '-' || c == ':') {
            int other = text.peekAt(beyond);
            return other == '/' || (other >= 0 && Character.isLetterOrDigit(other));
        }
        return c == '/' || c == '@' || c == '_' || Character.isDigit(c);
    }

    private boolean isLetter(int index) {
        return WordLetters.contains(text.codePointAt(index));
    }
}
