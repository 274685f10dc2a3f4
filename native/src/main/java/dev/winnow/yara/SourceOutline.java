package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the rules of a source stand in its text, as far as quarantine and admission need to know. */
final class SourceOutline {

    /**
     * A rule in its source.
     *
     * @param start index of its first character, modifiers included
     * @param end index after its closing brace
     * @param firstLine from 1
     * @param lastLine line of its closing brace
     */
    record RuleRange(String name, int start, int end, int firstLine, int lastLine) {}

    private final List<RuleRange> rules = new ArrayList<>();

    private SourceOutline() {}

    /** Reads any text; passes over everything between rules. */
    static SourceOutline of(String text) {
        SourceOutline outline = new SourceOutline();
        outline.readTokens(SourceTokens.of(text));
        return outline;
    }

    /** All rules in the order of the text. */
    List<RuleRange> all() {
        return List.copyOf(rules);
    }

    /** The first rule of that name. */
    Optional<RuleRange> findRule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** The rule a compiler message speaks of: by name where only one has it, otherwise by line. */
    Optional<RuleRange> ruleOf(CompileMessage message) {
        List<RuleRange> named = rules.stream()
                .filter(rule -> rule.name().equals(message.rule()))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : ruleOnLine(message.line());
    }

    /** The rule that holds the character of that index. */
    Optional<RuleRange> ruleAt(int index) {
        return rules.stream()
                .filter(rule -> rule.start() <= index && index < rule.end())
                .findFirst();
    }

    /** The last rule that has a part of the line. */
    private Optional<RuleRange> ruleOnLine(int line) {
        return rules.stream()
                .filter(rule -> rule.firstLine() <= line && line <= rule.lastLine())
                .reduce((first, second) -> second);
    }

    /** The text with spaces in place of a rule: the places and lines of all other rules stay as they are. */
    static String blankOut(String text, RuleRange rule) {
        StringBuilder rest = new StringBuilder(text);
        for (int i = rule.start(); i < rule.end(); i++) {
            if (rest.charAt(i) != '\r' && rest.charAt(i) != '\n') {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    private void readTokens(List<SourceTokens.Token> tokens) {
        int start = -1;
        for (int i = 0; i < tokens.size(); i++) {
            SourceTokens.Token token = tokens.get(i);
            boolean modifier = token.isWord("private") || token.isWord("global");
            if ((modifier || token.isWord("rule")) && start < 0) {
                start = i;
            }
            if (token.isWord("rule") && i + 1 < tokens.size()) {
                i = readRule(tokens, start, i + 1);
                start = -1;
            } else if (!modifier) {
                start = -1;
            }
        }
    }

    private int readRule(List<SourceTokens.Token> tokens, int start, int nameAt) {
        int depth = 0;
        for (int i = nameAt + 1; i < tokens.size(); i++) {
            SourceTokens.Token token = tokens.get(i);
            if (token.isWord("{")) {
                depth++;
            } else if (token.isWord("}") && --depth == 0) {
                SourceTokens.Token first = tokens.get(start);
                rules.add(new RuleRange(
                        tokens.get(nameAt).text(), first.start(), token.end(), first.line(), token.line()));
                return i;
            }
        }
        return tokens.size();
    }
}
