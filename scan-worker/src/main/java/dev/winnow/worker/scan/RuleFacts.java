package dev.winnow.worker.scan;

import dev.winnow.yara.RuleSet;
import java.util.List;

/** The facts of a rule set's rules by index, read once. */
record RuleFacts(RuleSet rules, List<RuleFact> byIndex, boolean canJudge) {
    static RuleFacts factsOf(RuleSet rules) {
        List<RuleFact> facts = rules.rules().stream().map(RuleFact::ofRule).toList();
        // A set in which no rule can decide anything would call everything clean.
        boolean canJudge = facts.stream().anyMatch(RuleFact::decides);
        return new RuleFacts(rules, facts, canJudge);
    }
}
