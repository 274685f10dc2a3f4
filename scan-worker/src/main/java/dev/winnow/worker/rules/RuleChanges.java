package dev.winnow.worker.rules;

import dev.winnow.yara.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The difference between two sets of rule files, by rule. Immutable; any thread.
 *
 * @param added rules that only the later set has, as {@code file:rule}
 * @param changed rules with another text
 * @param removed rules that only the earlier set has
 */
public record RuleChanges(List<String> added, List<String> changed, List<String> removed) {
    public RuleChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Compares rule by rule; comments between rules do not count. */
    public static RuleChanges between(List<RuleSource> earlier, List<RuleSource> later) {
        Map<String, String> before = rulesOf(earlier);
        Map<String, String> after = rulesOf(later);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        after.forEach((name, text) -> {
            String old = before.remove(name);
            if (old == null) {
                added.add(name);
            } else if (!old.equals(text)) {
                changed.add(name);
            }
        });
        return new RuleChanges(added, changed, List.copyOf(before.keySet()));
    }

    /** Whether both sets hold the same rules. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    private static Map<String, String> rulesOf(List<RuleSource> sources) {
        Map<String, String> rules = new TreeMap<>();
        for (RuleSource source : sources) {
            source.rules().forEach((name, text) -> rules.put(source.name() + ":" + name, text));
        }
        return rules;
    }
}
