package dev.winnow.yara;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One file of rules. Its name without the extension is the YARA namespace of its rules, so that two files may use the same rule
 * name and a {@code global} rule speaks for its own file only.
 *
 * @param name file name as it stands in messages, such as {@code banking.yar}; not a path
 * @param text YARA source, at most 1,048,576 characters
 */
public record RuleSource(String name, String text) {

    /** Longest text of one source, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    public RuleSource {
        if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "'%s' is no name for a rule file; take its plain file name".formatted(name));
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "rule file '%s' has %,d characters; split it below %,d".formatted(name, text.length(), MAX_LENGTH));
        }
    }

    /** The YARA namespace: the name up to its last dot. */
    public String namespace() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The first line of the rule of that name, from 1; 1 if the source has no such rule. */
    public int lineOf(String rule) {
        return SourceOutline.of(text)
                .findRule(rule)
                .map(SourceOutline.RuleRange::firstLine)
                .orElse(1);
    }

    /** The source without the rule of that name; other rules keep their lines. The same source if it has no such rule. */
    public RuleSource without(String rule) {
        return SourceOutline.of(text)
                .findRule(rule)
                .map(span -> new RuleSource(name, SourceOutline.blankOut(text, span)))
                .orElse(this);
    }

    /** The text of each rule by its name, modifiers and meta included, in the order of the source. */
    public Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        SourceOutline.of(text).all().forEach(span -> rules.put(span.name(), text.substring(span.start(), span.end())));
        return rules;
    }

    /** The first line of each rule by its name, from 1, in the order of the source. */
    public Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        SourceOutline.of(text).all().forEach(span -> lines.putIfAbsent(span.name(), span.firstLine()));
        return lines;
    }

    /** The texts in quotes in the condition of each rule that asks a variable, without escapes undone. */
    public Map<String, Set<String>> literalsBeside(Variable variable) {
        return RuleReferences.readLiterals(this, variable);
    }

    /** The names of the rules that each rule depends on directly: those that its condition names, and the global ones. In the order of the source. */
    public Map<String, Set<String>> references() {
        return RuleReferences.readReferences(this);
    }
}
