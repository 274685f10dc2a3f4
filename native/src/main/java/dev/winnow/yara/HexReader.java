package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;

/** Reads a hex string of YARA, between its braces. Takes any text and passes over parts that it does not understand. */
final class HexReader {

    private static final int UNBOUNDED = 1 << 20;

    private final String text;
    private int at;

    private HexReader(String text) {
        this.text = text;
    }

    static Shape read(String literal) {
        String plain = literal.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("//[^\n]*", "")
                .replaceAll("[{}\\s]", "");
        return new HexReader(plain).choice();
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
            parts.add(single());
        }
        return new Shape.Sequence(parts);
    }

    private Shape single() {
        char c = text.charAt(at);
        if (c == '(') {
            at++;
            Shape group = choice();
            at++;
            return group;
        }
        if (c == '[') {
            int close = text.indexOf(']', at);
            String counts = text.substring(at + 1, close < 0 ? text.length() : close);
            at = close < 0 ? text.length() : close + 1;
            return jump(counts);
        }
        boolean not = c == '~';
        at += not ? 1 : 0;
        String two = text.substring(Math.min(at, text.length()), Math.min(at + 2, text.length()));
        at += Math.max(1, two.length());
        return two.matches("[0-9a-fA-F?]{2}") ? new Shape.Chars(members(two, not)) : Shape.nothing();
    }

    private static Shape jump(String counts) {
        int dash = counts.indexOf('-');
        int min = number(dash < 0 ? counts : counts.substring(0, dash), 0);
        int max = dash < 0 ? min : number(counts.substring(dash + 1), UNBOUNDED);
        return new Shape.Repeat(new Shape.Chars(members("??", false)), min, max);
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    private static String members(String two, boolean not) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            char c = (char) ((i + 'a') & 255);
            boolean matches = matches(two.charAt(0), c >> 4) && matches(two.charAt(1), c & 15);
            if (matches != not) {
                members.append(c);
            }
        }
        return members.toString();
    }

    private static boolean matches(char wanted, int digit) {
        return wanted == '?' || Character.digit(wanted, 16) == digit;
    }
}
