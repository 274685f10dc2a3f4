package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;

/** Reads a regular expression of YARA, between its slashes. Takes any text; a part that it does not understand stands for itself. */
final class RegexReader {

    private static final int UNBOUNDED = 1 << 20;
    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String WORD = LOWER + LOWER.toUpperCase(java.util.Locale.ROOT) + DIGITS + "_";
    private static final String SPACE = " \t\n\r\f\u000b";
    private static final String ANY = anyByte();

    private final String text;
    private final boolean lineEnds;
    private int at;

    private RegexReader(String text, boolean lineEnds) {
        this.text = text;
        this.lineEnds = lineEnds;
    }

    /** Reads a literal with its slashes and the letters after them. */
    static Shape read(String literal) {
        int end = Math.max(1, literal.lastIndexOf('/'));
        return new RegexReader(literal.substring(1, end), literal.indexOf('s', end) >= 0).choice();
    }

    private Shape choice() {
        List<Shape> parts = new ArrayList<>(List.of(sequence()));
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.getFirst() : new Shape.Choice(parts);
    }

    private Shape sequence() {
        List<Shape> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(single()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Shape.Sequence(parts);
    }

    private Shape single() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> {
                Shape group = choice();
                at++;
                yield group;
            }
            case '[' -> new Shape.Chars(members());
            case '.' -> new Shape.Chars(lineEnds ? ANY + "\n" : ANY);
            case '^', '$' -> Shape.nothing();
            case '\\' -> {
                String escaped = escaped();
                yield escaped.isEmpty() ? Shape.nothing() : new Shape.Chars(escaped);
            }
            default -> new Shape.Chars(String.valueOf(c));
        };
    }

    private Shape repeated(Shape part) {
        Shape all = part;
        while (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            int open = at;
            switch (text.charAt(at++)) {
                case '*' -> all = new Shape.Repeat(all, 0, UNBOUNDED);
                case '+' -> all = new Shape.Repeat(all, 1, UNBOUNDED);
                case '?' -> all = new Shape.Repeat(all, 0, 1);
                default -> {
                    int close = text.indexOf('}', at);
                    if (close < 0 || !text.substring(at, close).matches("[0-9 ]*,?[0-9 ]*")) {
                        at = open;
                        return all;
                    }
                    all = counted(all, text.substring(at, close));
                    at = close + 1;
                }
            }
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
            }
        }
        // An opening brace that counts nothing stands for itself.
        if (at < text.length() && text.charAt(at) == '{') {
            at++;
            return new Shape.Sequence(List.of(all, Shape.literal("{")));
        }
        return all;
    }

    private static Shape counted(Shape part, String counts) {
        int comma = counts.indexOf(',');
        int min = number(comma < 0 ? counts : counts.substring(0, comma), 0);
        int max = comma < 0 ? min : number(counts.substring(comma + 1), UNBOUNDED);
        return new Shape.Repeat(part, min, max);
    }

    private static int number(String digits, int otherwise) {
        String trimmed = digits.strip();
        return trimmed.isEmpty() ? otherwise : trimmed.length() > 6 ? UNBOUNDED : Integer.parseInt(trimmed);
    }

    private String members() {
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        StringBuilder members = new StringBuilder();
        boolean first = true;
        while (at < text.length() && (text.charAt(at) != ']' || first)) {
            first = false;
            String from = member();
            boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
            if (range && from.length() == 1) {
                at++;
                String to = member();
                int last = to.isEmpty() ? from.charAt(0) : to.charAt(0);
                for (int c = from.charAt(0); c <= Math.min(last, 255); c++) {
                    members.append((char) c);
                }
            } else {
                members.append(from);
            }
        }
        at++;
        return negated ? without(ANY, members.toString()) : members.toString();
    }

    private String member() {
        char c = text.charAt(at++);
        return c == '\\' ? escaped() : String.valueOf(c);
    }

    private String escaped() {
        if (at >= text.length()) {
            return "\\";
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'f' -> "\f";
            case 'a' -> "\u0007";
            case 'v' -> "\u000b";
            case 'd' -> DIGITS;
            case 'D' -> without(ANY, DIGITS);
            case 'w' -> WORD;
            case 'W' -> without(ANY, WORD);
            case 's' -> SPACE;
            case 'S' -> without(ANY, SPACE);
            case 'b', 'B' -> "";
            case 'x' -> hex();
            default -> String.valueOf(c);
        };
    }

    private String hex() {
        if (at + 2 <= text.length() && text.substring(at, at + 2).matches("[0-9a-fA-F]{2}")) {
            at += 2;
            return String.valueOf((char) Integer.parseInt(text.substring(at - 2, at), 16));
        }
        return "x";
    }

    /** Letters first, as texts are made of them. */
    private static String anyByte() {
        StringBuilder all = new StringBuilder(WORD);
        for (int c = ' '; c < 256; c++) {
            if (WORD.indexOf(c) < 0) {
                all.append((char) c);
            }
        }
        return all.append("\u0000\t\r").toString();
    }

    private static String without(String all, String members) {
        StringBuilder rest = new StringBuilder();
        all.chars().filter(c -> members.indexOf(c) < 0).forEach(c -> rest.append((char) c));
        return rest.toString();
    }
}
