package dev.winnow.yara;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a source that the conditions of its rules name, by name or by the start of a name before a star. A global rule is a condition
 * of every rule of its source.
 */
final class RuleReferences {
    private RuleReferences() {}

    /** Each rule with the rules that its own condition names, in the order of the source. */
    static Map<String, Set<String>> readReferences(RuleSource source) {
        Map<String, String> rules = source.rules();
        Set<String> globals = findGlobals(rules);
        Map<String, Set<String>> references = new LinkedHashMap<>();
        rules.forEach((name, text) -> {
            Set<String> named = findNamed(new RuleStrings(SourceTokens.of(text)).condition(), rules.keySet());
            named.addAll(globals);
            named.remove(name);
            references.put(name, named);
        });
        return references;
    }

    /** The texts in the condition of each rule that asks a variable. */
    static Map<String, Set<String>> readLiterals(RuleSource source, Variable variable) {
        Map<String, Set<String>> literals = new LinkedHashMap<>();
        source.rules().forEach((name, text) -> {
            List<SourceTokens.Token> condition = new RuleStrings(SourceTokens.of(text)).condition();
            if (condition.stream().anyMatch(token -> token.isWord(variable.token()))) {
                Set<String> texts = new LinkedHashSet<>();
                condition.stream()
                        .filter(token -> token.kind() == SourceTokens.Kind.STRING)
                        .map(SourceTokens.Token::text)
                        .filter(token -> token.length() >= 2)
                        .forEach(token -> texts.add(token.substring(1, token.length() - 1)));
                literals.put(name, texts);
            }
        });
        return literals;
    }

    private static Set<String> findGlobals(Map<String, String> rules) {
        Set<String> globals = new LinkedHashSet<>();
        rules.forEach((name, text) -> {
            boolean isGlobal = SourceTokens.of(text).stream()
                    .takeWhile(token -> !token.isWord("rule"))
                    .anyMatch(token -> token.isWord("global"));
            if (isGlobal) {
                globals.add(name);
            }
        });
        return globals;
    }

    private static Set<String> findNamed(List<SourceTokens.Token> condition, Set<String> rules) {
        Set<String> named = new LinkedHashSet<>();
        for (int i = 0; i < condition.size(); i++) {
            SourceTokens.Token token = condition.get(i);
            if (token.kind() != SourceTokens.Kind.WORD) {
                continue;
            }
            if (rules.contains(token.text())) {
                named.add(token.text());
            }
            if (i + 1 < condition.size() && condition.get(i + 1).isWord("*")) {
                rules.stream().filter(rule -> rule.startsWith(token.text())).forEach(named::add);
            }
        }
        return named;
    }
}
