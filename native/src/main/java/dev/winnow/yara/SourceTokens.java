package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cuts YARA source into words, literals and single characters, by the lexical rules of YARA 4.5's documentation: a slash starts a
 * comment or a regex (division is written with a backslash), and a brace after an equals sign starts a hex string.
 */
final class SourceTokens {

    /** The kinds that matter here. */
    enum Kind {
        WORD,
        STRING,
        REGEX,
        HEX,
        OTHER
    }

    /**
     * A token.
     *
     * @param text as it stands in the source, with its delimiters
     * @param start index of its first character
     * @param line of its first character, from 1
     */
    record Token(Kind kind, String text, int start, int line) {
        int end() {
            return start + text.length();
        }

        /** Whether this is that keyword or character, outside any literal. */
        boolean isWord(String word) {
            return (kind == Kind.WORD || kind == Kind.OTHER) && text.equals(word);
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int unclosed = -1;

    private SourceTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        SourceTokens reader = new SourceTokens(text);
        while (reader.at < text.length()) {
            reader.readNext();
        }
        return reader.tokens;
    }

    /** The index of a comment that is never closed; empty if there is none. */
    static OptionalInt unclosedComment(String text) {
        SourceTokens reader = new SourceTokens(text);
        while (reader.at < text.length()) {
            reader.readNext();
        }
        return reader.unclosed < 0 ? OptionalInt.empty() : OptionalInt.of(reader.unclosed);
    }

    private void readNext() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            skipTo(at + 1);
        } else if (text.startsWith("//", at)) {
            skipTo(endOf("\n", at));
        } else if (text.startsWith("/*", at)) {
            skipTo(endOfComment(at));
        } else if (c == '"') {
            takeToken(Kind.STRING, findClosing('"'));
        } else if (c == '/') {
            takeToken(Kind.REGEX, findClosing('/'));
        } else if (c == '{' && !tokens.isEmpty() && tokens.getLast().isWord("=")) {
            takeToken(Kind.HEX, hexEnd());
        } else if (isWord(c)) {
            takeToken(Kind.WORD, wordEnd());
        } else {
            takeToken(Kind.OTHER, at + 1);
        }
    }

    private void takeToken(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at, line));
        skipTo(end);
    }

    private void skipTo(int end) {
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private int endOfComment(int start) {
        if (text.indexOf("*/", start + 2) < 0 && unclosed < 0) {
            unclosed = start;
        }
        return endOf("*/", start + 2);
    }

    /** The end of a literal; a line end closes it too, as neither strings nor regexes go over one. */
    private int findClosing(char delimiter) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == delimiter) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return text.length();
    }

    private int hexEnd() {
        for (int i = at; i < text.length(); i++) {
            if (text.startsWith("//", i)) {
                i = endOf("\n", i) - 1;
            } else if (text.startsWith("/*", i)) {
                i = endOfComment(i) - 1;
            } else if (text.charAt(i) == '}') {
                return i + 1;
            }
        }
        return text.length();
    }

    private int wordEnd() {
        int end = at + 1;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
