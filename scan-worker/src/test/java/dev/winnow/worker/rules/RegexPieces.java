package dev.winnow.worker.rules;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a YARA regex into its pieces and builds texts that are hard on it: each piece, each run of neighbours and each body of a repeat
 * over and over, alone and behind the pieces that must stand before it. Deterministic.
 */
final class RegexPieces {
    private static final int VARIANTS = 3;
    private static final int LONGEST_RUN = 4;

    private sealed interface Node {
        record Signs(List<Integer> bytes) implements Node {}

        record Run(List<Node> parts) implements Node {}

        record Choice(List<Node> options) implements Node {}

        record Repeat(Node body, int least) implements Node {}
    }

    private final String regex;
    private final Set<String> units = new LinkedHashSet<>();
    private final Set<Text> texts = new LinkedHashSet<>();
    private int at;

    /**
     * A text of any length.
     *
     * @param head its beginning
     * @param unit the part that follows again and again
     */
    record Text(String head, String unit) {
        byte[] ofLength(int bytes) {
            byte[] text = new byte[bytes];
            byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] next = unit.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes; i++) {
                text[i] = i < first.length ? first[i] : next[(i - first.length) % next.length];
            }
            return text;
        }
    }

    private RegexPieces(String regex) {
        this.regex = regex;
    }

    /** Texts for a regex without its delimiters; a character of head and unit is a byte. */
    static List<Text> textsFor(String regex) {
        RegexPieces pieces = new RegexPieces(regex);
        Node whole = pieces.readChoice();
        if (pieces.at != regex.length()) {
            throw new IllegalArgumentException("cannot read the regex " + regex + " at " + pieces.at);
        }
        pieces.visit(whole, "");
        pieces.units.stream().filter(unit -> !unit.isEmpty()).forEach(unit -> pieces.texts.add(new Text("", unit)));
        return List.copyOf(pieces.texts);
    }

    private void visit(Node node, String before) {
        for (int variant = 0; variant < VARIANTS; variant++) {
            units.add(sample(node, variant));
        }
        switch (node) {
            case Node.Signs(List<Integer> bytes) -> bytes.forEach(b -> units.add(String.valueOf((char) (int) b)));
            case Node.Choice(List<Node> options) -> options.forEach(option -> visit(option, before));
            case Node.Repeat(Node body, int _) -> {
                for (int variant = 0; variant < VARIANTS; variant++) {
                    String unit = sample(body, variant);
                    if (!unit.isEmpty()) {
                        texts.add(new Text(before, unit));
                        units.add(before + unit);
                    }
                }
                visit(body, before);
            }
            case Node.Run(List<Node> parts) -> visitRun(parts, before);
        }
    }

    private void visitRun(List<Node> parts, String before) {
        for (int from = 0; from < parts.size(); from++) {
            visit(parts.get(from), before + sample(new Node.Run(parts.subList(0, from)), 0));
            for (int to = from + 2; to <= Math.min(parts.size(), from + LONGEST_RUN); to++) {
                for (int variant = 0; variant < VARIANTS; variant++) {
                    units.add(sample(new Node.Run(parts.subList(from, to)), variant));
                }
            }
        }
        for (int to = 1; to < parts.size(); to++) {
            units.add(sample(new Node.Run(parts.subList(0, to)), 1));
            units.add(sample(new Node.Run(parts.subList(to, parts.size())), 1));
        }
    }

    private static String sample(Node node, int variant) {
        return switch (node) {
            case Node.Signs(List<Integer> bytes) ->
                bytes.isEmpty() ? "" : String.valueOf((char) (int) bytes.get(variant % bytes.size()));
            case Node.Choice(List<Node> options) -> sample(options.get(variant % options.size()), variant);
            case Node.Repeat(Node body, int least) -> sample(body, variant).repeat(least + variant % 2);
            case Node.Run(List<Node> parts) -> {
                StringBuilder text = new StringBuilder();
                parts.forEach(part -> text.append(sample(part, variant)));
                yield text.toString();
            }
        };
    }

    private Node readChoice() {
        List<Node> options = new ArrayList<>(List.of(readRun()));
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            options.add(readRun());
        }
        return options.size() == 1 ? options.getFirst() : new Node.Choice(options);
    }

    private Node readRun() {
        List<Node> parts = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            parts.add(readRepeats(readOne()));
        }
        return new Node.Run(parts);
    }

    private Node readRepeats(Node node) {
        Node repeated = node;
        while (at < regex.length()) {
            char sign = regex.charAt(at);
            if (sign == '*' || sign == '+' || sign == '?') {
                at++;
                repeated = new Node.Repeat(repeated, sign == '+' ? 1 : 0);
            } else if (sign == '{') {
                int end = regex.indexOf('}', at);
                String least = regex.substring(at + 1, end).replaceFirst(",.*", "");
                at = end + 1;
                repeated = new Node.Repeat(repeated, least.isEmpty() ? 0 : Integer.parseInt(least));
            } else {
                break;
            }
        }
        return repeated;
    }

    private Node readOne() {
        char sign = regex.charAt(at);
        if (sign == '(') {
            at++;
            Node inside = readChoice();
            at++;
            return inside;
        }
        if (sign == '[') {
            return readClass();
        }
        if (sign == '\\') {
            return new Node.Signs(readEscape());
        }
        at++;
        return switch (sign) {
            case '^', '$' -> new Node.Signs(List.of());
            case '.' -> new Node.Signs(List.of((int) 'a', (int) ' '));
            default -> bytesOf(sign);
        };
    }

    private static Node bytesOf(char sign) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(String.valueOf(sign).getBytes(StandardCharsets.UTF_8));
        List<Node> bytes = new ArrayList<>();
        for (byte b : out.toByteArray()) {
            bytes.add(new Node.Signs(List.of(Byte.toUnsignedInt(b))));
        }
        return bytes.size() == 1 ? bytes.getFirst() : new Node.Run(bytes);
    }

    private List<Integer> readEscape() {
        char sign = regex.charAt(at + 1);
        at += 2;
        return switch (sign) {
            case 'b', 'B' -> List.of();
            case 'd' -> List.of((int) '0', (int) '9');
            case 'w' -> List.of((int) 'a', (int) '0', (int) '_');
            case 's' -> List.of((int) ' ', (int) '\n');
            case 'S', 'D' -> List.of((int) 'a');
            case 'W' -> List.of((int) ' ');
            case 'n' -> List.of((int) '\n');
            case 't' -> List.of((int) '\t');
            case 'r' -> List.of((int) '\r');
            case 'x' -> {
                at += 2;
                yield List.of(Integer.parseInt(regex.substring(at - 2, at), 16));
            }
            default -> List.of((int) sign);
        };
    }

    private Node readClass() {
        at++;
        boolean negated = regex.charAt(at) == '^';
        if (negated) {
            at++;
        }
        List<Integer> bytes = new ArrayList<>();
        boolean first = true;
        while (first || regex.charAt(at) != ']') {
            first = false;
            List<Integer> low = regex.charAt(at) == '\\' ? readEscape() : List.of((int) regex.charAt(at++));
            if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                at++;
                List<Integer> high = regex.charAt(at) == '\\' ? readEscape() : List.of((int) regex.charAt(at++));
                bytes.add(low.getFirst());
                bytes.add((low.getFirst() + high.getFirst()) / 2);
                bytes.add(high.getFirst());
            } else {
                bytes.addAll(low);
            }
        }
        at++;
        return new Node.Signs(negated ? outside(bytes) : bytes);
    }

    private static List<Integer> outside(List<Integer> bytes) {
        return " a0!\n".chars().filter(sign -> !bytes.contains(sign)).boxed().toList();
    }
}
