package dev.winnow.worker.scan.list;

import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSource;
import dev.winnow.yara.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lists that each rule asks for, itself or by the rules that it refers to. Immutable; any thread. */
public final class ListQuestions {
    public static final ListQuestions NONE = new ListQuestions(Map.of());

    /** Is among the lists of a rule that asks how large the wave of a message is. No list can have this name. */
    public static final String WAVE = "(wave)";

    private static final List<Variable> OF_WAVES =
            List.of(Variable.WAVE_MESSAGES, Variable.WAVE_SENDERS, Variable.WAVE_TENANTS);

    private final Map<String, Map<String, Set<String>>> byNamespace;

    private ListQuestions(Map<String, Map<String, Set<String>>> byNamespace) {
        this.byNamespace = byNamespace;
    }

    /** Reads the conditions of all rules. */
    public static ListQuestions of(List<RuleSource> sources) {
        Map<String, Map<String, Set<String>>> all = new HashMap<>();
        for (RuleSource source : sources) {
            if (!source.text().contains(Variable.IN_LISTS.token()) && !asksWave(source.text())) {
                continue;
            }
            Map<String, Set<String>> own = new HashMap<>(source.literalsBeside(Variable.IN_LISTS));
            source.rules().forEach((rule, text) -> {
                if (asksWave(text)) {
                    Set<String> both = new TreeSet<>(own.getOrDefault(rule, Set.of()));
                    both.add(WAVE);
                    own.put(rule, both);
                }
            });
            Map<String, Set<String>> references = source.references();
            Map<String, Set<String>> asked = new HashMap<>();
            for (String rule : references.keySet()) {
                Set<String> lists = new TreeSet<>();
                Deque<String> open = new ArrayDeque<>(List.of(rule));
                Set<String> seen = new HashSet<>(open);
                while (!open.isEmpty()) {
                    String next = open.pop();
                    own.getOrDefault(next, Set.of()).stream().map(String::strip).forEach(lists::add);
                    references.getOrDefault(next, Set.of()).stream()
                            .filter(seen::add)
                            .forEach(open::push);
                }
                if (!lists.isEmpty()) {
                    asked.put(rule, lists);
                }
            }
            all.put(source.namespace(), asked);
        }
        return all.isEmpty() ? NONE : new ListQuestions(all);
    }

    private static boolean asksWave(String text) {
        return OF_WAVES.stream().anyMatch(variable -> text.contains(variable.token()));
    }

    /** The names of the lists that a rule asks for; with {@link #WAVE} if it asks for the size of a wave. */
    public Set<String> listsOf(Rule rule) {
        return byNamespace.getOrDefault(rule.namespace(), Map.of()).getOrDefault(rule.name(), Set.of());
    }
}
