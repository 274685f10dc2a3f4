package dev.winnow.yara;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The patterns of a rule, from its strings and its condition; its meta and tags do not affect its cost. */
final class RuleStrings {

    /**
     * A pattern of the strings section.
     *
     * @param text its fixed text; empty for a regex or a hex string
     * @param modifiers such as {@code wide}
     */
    record Pattern(Shape shape, String text, Set<String> modifiers) {

        /** The bytes of a text in which the engine looks for this pattern. */
        String encoded(String plain) {
            if (modifiers.contains("base64") || modifiers.contains("base64wide")) {
                byte[] code = Base64.getEncoder().encode(plain.getBytes(StandardCharsets.ISO_8859_1));
                return new String(code, StandardCharsets.ISO_8859_1);
            }
            String bytes = modifiers.contains("wide") && !modifiers.contains("ascii") ? widened(plain) : plain;
            return modifiers.contains("xor") ? hidden(bytes) : bytes;
        }

        private static String widened(String plain) {
            StringBuilder wide = new StringBuilder();
            plain.chars().forEach(c -> wide.append((char) c).append('\0'));
            return wide.toString();
        }

        /** Xored with 1, which almost every range of keys holds. */
        private static String hidden(String plain) {
            StringBuilder xored = new StringBuilder();
            plain.chars().forEach(c -> xored.append((char) (c ^ 1)));
            return xored.toString();
        }
    }

    private final List<Pattern> patterns = new ArrayList<>();
    private final List<SourceTokens.Token> condition = new ArrayList<>();

    /** Reads the tokens of one rule. */
    RuleStrings(List<SourceTokens.Token> rule) {
        String section = "";
        for (int i = 0; i < rule.size(); i++) {
            SourceTokens.Token token = rule.get(i);
            boolean heads = i + 1 < rule.size() && rule.get(i + 1).isWord(":");
            if (heads && (token.isWord("strings") || token.isWord("condition") || token.isWord("meta"))) {
                section = token.text();
            } else if (section.equals("condition")) {
                condition.add(token);
            } else if (section.equals("strings") && isPattern(token)) {
                patterns.add(new Pattern(shape(token), fixedText(token), modifiers(rule, i + 1)));
            }
        }
    }

    List<Pattern> patterns() {
        return patterns;
    }

    List<SourceTokens.Token> condition() {
        return condition;
    }

    static boolean isPattern(SourceTokens.Token token) {
        return switch (token.kind()) {
            case STRING, REGEX, HEX -> true;
            case WORD, OTHER -> false;
        };
    }

    static Shape shape(SourceTokens.Token token) {
        return switch (token.kind()) {
            case REGEX -> RegexReader.read(bytes(token.text()));
            case HEX -> HexReader.read(token.text());
            case STRING, WORD, OTHER -> Shape.literal(fixedText(token));
        };
    }

    /** The bytes that a literal of a source stands for; empty if it is no literal. */
    static String fixedText(SourceTokens.Token token) {
        if (token.kind() != SourceTokens.Kind.STRING || token.text().length() < 2) {
            return "";
        }
        String literal = bytes(token.text().substring(1, token.text().length() - 1));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '\\' || i + 1 == literal.length()) {
                text.append(c);
                continue;
            }
            char escaped = literal.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'x' -> {
                    String hex =
                            literal.substring(Math.min(i + 1, literal.length()), Math.min(i + 3, literal.length()));
                    if (hex.matches("[0-9a-fA-F]{2}")) {
                        text.append((char) Integer.parseInt(hex, 16));
                        i += 2;
                    }
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    private static Set<String> modifiers(List<SourceTokens.Token> rule, int from) {
        Set<String> modifiers = new HashSet<>();
        for (int i = from; i < rule.size(); i++) {
            SourceTokens.Token token = rule.get(i);
            boolean ends = token.text().startsWith("$") || token.isWord("condition");
            if (ends) {
                break;
            }
            modifiers.add(token.text());
        }
        return modifiers;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
