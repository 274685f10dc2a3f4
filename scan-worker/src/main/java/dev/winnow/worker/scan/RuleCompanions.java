package dev.winnow.worker.scan;

import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;

/**
 * The things beside compiled rules that belong to a version. Immutable; any thread.
 *
 * @param gates the states of rules
 * @param lists the lists that rules may ask for
 * @param questions the lists that each rule asks for
 */
public record RuleCompanions(RuleGates gates, NamedLists lists, ListQuestions questions) {
    /** Rules without states and lists. */
    public static final RuleCompanions NONE = new RuleCompanions(RuleGates.NONE, NamedLists.NONE, ListQuestions.NONE);
}
