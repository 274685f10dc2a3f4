package dev.winnow.worker.scan.state;

import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * States as they apply to rules that refer to each other. A rule that refers to a rule in shadow is in shadow as well, because its match
 * would carry the other's into a verdict; a rule that refers to one that is off is off as well, because it does not compile without it.
 * Immutable; any thread.
 */
public final class RuleGates {
    public static final RuleGates NONE = new RuleGates(Map.of());

    /** By namespace and name of the rule. */
    private final Map<String, Map<String, RuleGate>> gates;

    private RuleGates(Map<String, Map<String, RuleGate>> gates) {
        this.gates = gates;
    }

    /** The gates of all rules in these sources. */
    public static RuleGates of(List<RuleSource> sources, RuleStates states) {
        if (states.isEmpty()) {
            return NONE;
        }
        Map<String, Map<String, RuleGate>> gates = new HashMap<>();
        for (RuleSource source : sources) {
            Map<String, Set<String>> references = source.references();
            Map<String, RuleGate> named = new HashMap<>();
            for (String rule : references.keySet()) {
                List<RuleGate.Condition> conditions = new ArrayList<>();
                for (String needed : closureOf(rule, references)) {
                    RuleState state = states.stateOf(needed);
                    if (state.mode() == Mode.SHADOW || state.share() < 100) {
                        conditions.add(RuleGate.Condition.ofState(state));
                    }
                }
                if (!conditions.isEmpty()) {
                    named.put(rule, new RuleGate(conditions));
                }
            }
            gates.put(source.namespace(), named);
        }
        return new RuleGates(gates);
    }

    /** The gate of a compiled rule; null for a rule that is simply active. */
    public @Nullable RuleGate gateOf(Rule rule) {
        Map<String, RuleGate> named = gates.get(rule.namespace());
        return named == null ? null : named.get(rule.name());
    }

    /** The sources without the rules that are off and the rules that refer to them. */
    public static List<RuleSource> withoutOff(List<RuleSource> sources, RuleStates states) {
        List<RuleSource> remaining = new ArrayList<>();
        for (RuleSource source : sources) {
            RuleSource rest = source;
            for (String rule : findOff(source, states)) {
                rest = rest.without(rule);
            }
            remaining.add(rest);
        }
        return remaining;
    }

    /** The rules of a source that are off, by their own state or because they refer to such a rule. */
    public static Set<String> findOff(RuleSource source, RuleStates states) {
        Set<String> off = new TreeSet<>();
        if (states.all().stream().noneMatch(state -> state.mode() == Mode.OFF)) {
            return off;
        }
        Map<String, Set<String>> references = source.references();
        for (String rule : references.keySet()) {
            if (closureOf(rule, references).stream()
                    .anyMatch(needed -> states.stateOf(needed).mode() == Mode.OFF)) {
                off.add(rule);
            }
        }
        return off;
    }

    private static Set<String> closureOf(String rule, Map<String, Set<String>> references) {
        Set<String> closure = new LinkedHashSet<>(Set.of(rule));
        Deque<String> open = new ArrayDeque<>(closure);
        while (!open.isEmpty()) {
            for (String next : references.getOrDefault(open.pop(), Set.of())) {
                if (closure.add(next)) {
                    open.push(next);
                }
            }
        }
        return closure;
    }
}
