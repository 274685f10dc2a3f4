package dev.winnow.worker.rules;

import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds faults that do not keep a rule from going live but are rarely intended. Any thread. */
public final class RuleWarnings {
    /** The bundled pack's source. */
    private static final String PACK = "winnow.yar";

    private RuleWarnings() {}

    /** Rules without title, category or weight, a sentence each. */
    public static List<String> findMissingMeta(List<Rule> rules, List<RuleSource> sources) {
        List<String> warnings = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> missing = RuleMeta.findMissing(rule);
            if (!missing.isEmpty()) {
                warnings.add("rule '%s' (%s) has no %s in its meta; add it"
                        .formatted(rule.name(), place(rule, sources), String.join(" and no ", missing)));
            }
        }
        return warnings;
    }

    /** Names that two public rules share, a sentence each: a verdict names its rules without their files. */
    public static List<String> findSharedNames(List<Rule> rules, List<RuleSource> sources) {
        Map<String, List<Rule>> byName = rules.stream()
                .filter(rule -> !rule.isPrivate())
                .collect(Collectors.groupingBy(Rule::name, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "rule '%s' stands in %s; a verdict could not tell them apart: rename all but one"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map(rule -> place(rule, sources))
                                        .collect(Collectors.joining(" and in "))))
                .toList();
    }

    private static String place(Rule rule, List<RuleSource> sources) {
        return sources.stream()
                .filter(source -> source.namespace().equals(rule.namespace()))
                .findFirst()
                .map(source -> source.name().equals(PACK)
                        ? "the bundled pack"
                        : source.name() + ":" + source.lineOf(rule.name()))
                .orElse(rule.namespace());
    }
}
