package dev.winnow.worker.scan;

import dev.winnow.yara.RuleSet;
import java.util.List;

/** The facts of a rule set's rules by index, read once. */
record RuleFacts(RuleSet rules, List<RuleFact> byIndex) {
    static RuleFacts of(RuleSet rules) {
        return new RuleFacts(rules, rules.rules().stream().map(RuleFact::of).toList());
    }
}
