package dev.winnow.yara;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of files that a child process has compiled without an error. A file compiles alone: its rules see no other file. Any thread. */
final class CompiledFiles {
    private final Map<RuleSource, List<Rule>> rules = new ConcurrentHashMap<>();

    List<RuleSource> findUnknown(List<RuleSource> sources) {
        return sources.stream().filter(source -> !rules.containsKey(source)).toList();
    }

    /** Adds files that were compiled together. */
    void add(List<RuleSource> sources, List<Rule> compiled) {
        Map<String, List<Rule>> byNamespace = new HashMap<>();
        compiled.forEach(rule -> byNamespace
                .computeIfAbsent(rule.namespace(), _ -> new ArrayList<>())
                .add(rule));
        sources.forEach(source -> rules.put(source, byNamespace.getOrDefault(source.namespace(), List.of())));
    }

    /** The rules of known files, numbered as if the files had been compiled together in this order. */
    List<Rule> rulesOf(List<RuleSource> sources) {
        List<Rule> all = new ArrayList<>();
        for (RuleSource source : sources) {
            for (Rule rule : rules.getOrDefault(source, List.of())) {
                all.add(rule.withIndex(all.size()));
            }
        }
        return all;
    }

    /** Forgets all other files. */
    void keepOnly(List<RuleSource> sources) {
        rules.keySet().retainAll(sources);
    }
}
