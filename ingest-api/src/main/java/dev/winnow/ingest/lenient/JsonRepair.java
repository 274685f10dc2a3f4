package dev.winnow.ingest.lenient;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends JSON that a template made without escaping: quotes inside of a string, escapes that are none, values
 * that are missing, and an end that is missing. A
 * quote ends a string only where the rest goes on like JSON. One text each; linear in its length.
 */
final class JsonRepair {
    private static final Pattern END_OF_NAME = Pattern.compile("\\s*+:");
    private static final Pattern END_OF_VALUE = Pattern.compile(
            "\\s*+(?:,\\s*+(?:\"[^\"\\\\]{1,64}+\"\\s*+:|[}\\]])|[}\\]][}\\]\\s]*+(?:,\\s*+\"|\\z)|\\z)");
    private static final Pattern END_OF_ITEM = Pattern.compile("\\s*+(?:,\\s*+\"|\\][}\\]\\s]*+(?:,\\s*+\"|\\z)|\\z)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[^u]|u[0-9A-Fa-f]{4})");

    private final String text;
    private final Matcher matcher;
    private final StringBuilder out;
    private final Deque<Character> closers = new ArrayDeque<>();
    private boolean isName;
    private char last;
    private int at;

    private JsonRepair(String text) {
        this.text = text;
        this.matcher = END_OF_NAME.matcher(text).useAnchoringBounds(false);
        this.out = new StringBuilder(text.length() + 16);
    }

    /** The text with escapes where they are missing; may still not be JSON. */
    static String repair(String text) {
        return new JsonRepair(text).repair();
    }

    private String repair() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (last == ':' && (c == ',' || c == '}')) {
                out.append("null");
            }
            out.append(c);
            last = c > ' ' ? c : last;
            switch (c) {
                case '{' -> open('}');
                case '[' -> open(']');
                case '}', ']' -> closers.poll();
                case ':' -> isName = false;
                case ',' -> isName = isInObject();
                case '"' -> copyString();
                default -> {}
            }
        }
        closers.forEach(out::append);
        return out.toString();
    }

    private void open(char closer) {
        closers.push(closer);
        isName = closer == '}';
    }

    private boolean isInObject() {
        Character closer = closers.peek();
        return closer != null && closer == '}';
    }

    private void copyString() {
        Pattern end = isName ? END_OF_NAME : isInObject() ? END_OF_VALUE : END_OF_ITEM;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && goesOnWith(end, at)) {
                out.append('"');
                return;
            }
            if (c == '"') {
                out.append("\\\"");
            } else if (c == '\\' && goesOnWith(ESCAPE, at - 1)) {
                out.append(c).append(text.charAt(at++));
            } else {
                out.append(c == '\\' ? "\\\\" : String.valueOf(c));
            }
        }
        out.append('"');
    }

    private boolean goesOnWith(Pattern pattern, int from) {
        return matcher.usePattern(pattern).region(from, text.length()).lookingAt();
    }
}
