package dev.winnow.worker.scan.list;

/**
 * The words that the texts of one campaign share, while amounts, codes, links and signs differ: without capitals, in order, with a blank between.
 * Words with a digit and addresses do not count. Stateless; any thread.
 */
final class TextTemplate {
    /** The fewest words of a template: fewer would match texts that people write to each other. */
    static final int MIN_WORDS = 3;

    private TextTemplate() {}

    /** The words of a text; empty if they are too few. */
    static String readWords(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int count = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            if (isWord(text, from, to)) {
                words.append(count++ == 0 ? "" : " ");
                addLetters(text, from, to, words);
            }
            from = to + 1;
        }
        return count < MIN_WORDS ? "" : words.toString();
    }

    /** Whether a part has a letter and no digit, and no dot or colon inside, as addresses have. */
    private static boolean isWord(String text, int from, int to) {
        boolean hasLetter = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                return false;
            }
            if ((c == '.' || c == ':') && i > from && i + 1 < to) {
                return false;
            }
            hasLetter |= isPartOfWord(c);
        }
        return hasLetter;
    }

    private static void addLetters(String text, int from, int to, StringBuilder words) {
        for (int i = from; i < to; i++) {
            if (isPartOfWord(text.charAt(i))) {
                words.append(Character.toLowerCase(text.charAt(i)));
            }
        }
    }

    /** Whether a character is a letter, or half of a surrogate pair: letters and signs beyond the first plane all count. */
    private static boolean isPartOfWord(char c) {
        return Character.isLetter(c) || Character.isSurrogate(c);
    }
}
