package dev.winnow.worker.scan;

import dev.winnow.statistics.RuleCounter;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGate;
import dev.winnow.yara.Rule;
import dev.winnow.yara.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of a rule set's rules by index, read once; with the gate of each rule that is not simply active, and its counter. */
record RuleFacts(RuleSet rules, List<Entry> byIndex, NamedLists lists, boolean canJudge) {
    /** One rule, with the names of the lists that it asks for. */
    record Entry(
            RuleFact fact,
            @Nullable RuleGate gate,
            @Nullable RuleCounter counter,
            Set<String> lists) {
        /** The entry with the weight that its rule has for one message. */
        Entry weigh(int weight) {
            return fact.points() == null ? this : new Entry(fact.withWeight(weight), gate, counter, lists);
        }

        boolean isActive(long message) {
            return (gate == null || gate.isOpen(message)) && (counter == null || !counter.isTripped());
        }
    }

    static RuleFacts factsOf(RuleSet rules, RuleCompanions companions, @Nullable RuleCounters counters) {
        List<Entry> entries = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            // A private rule is never a match.
            RuleCounter counter = counters == null || rule.isPrivate() ? null : counters.counterOf(rule.name());
            if (counter != null) {
                // The state says now whether the rule is in shadow.
                counter.untrip();
            }
            entries.add(new Entry(
                    RuleFact.ofRule(rule),
                    companions.gates().gateOf(rule),
                    counter,
                    companions.questions().listsOf(rule)));
        }
        // A set in which no rule can decide anything would call everything clean.
        boolean canJudge = entries.stream()
                .filter(entry -> entry.gate() == null || !entry.gate().isShut())
                .anyMatch(entry -> entry.fact().decides());
        return new RuleFacts(rules, entries, companions.lists(), canJudge);
    }
}
