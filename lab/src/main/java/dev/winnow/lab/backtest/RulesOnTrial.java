package dev.winnow.lab.backtest;

import dev.winnow.feedback.Feedback;
import dev.winnow.statistics.RuleCounters;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.RuleSums;
import dev.winnow.verdict.RuleMatch;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.scan.MessageScanner;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.worker.scan.RuleCompanions;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.ListQuestions;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleGates;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSource;
import java.time.Clock;
import java.util.List;

/** Rules with their states and lists, as a worker has them, which count their own hits. Any thread. */
public final class RulesOnTrial implements AutoCloseable {
    private final ActiveRules rules;
    private final MessageScanners scanners;
    private final RuleCounters counters = new RuleCounters(RuleStatistics.NONE, Clock.systemUTC());

    /**
     * Compiles the rules; rules that do not compile are left out.
     *
     * @throws RuntimeException if no rule is left
     */
    public RulesOnTrial(List<RuleSource> sources, RuleStates states, NamedLists lists, LinkLists links) {
        List<RuleSource> inPlay = RuleGates.withoutOff(sources, states);
        RuleCompanions companions = new RuleCompanions(RuleGates.of(inPlay, states), lists, ListQuestions.of(inPlay));
        this.rules = new ActiveRules(RuleCompiler.compile(inPlay).orThrow(), MessageScanners.SCAN_OPTIONS);
        this.scanners = new MessageScanners(() -> rules, () -> links, _ -> companions, counters);
    }

    /** A scanner for this thread, to be closed soon. */
    MessageScanner openScanner() {
        return scanners.openScanner();
    }

    /** Adds opinions about a message to the rules of its verdict, those in shadow too. */
    void countOpinions(Verdict verdict, List<Feedback.Label> opinions) {
        if (verdict instanceof Verdict.Judged judged) {
            for (Feedback.Label opinion : opinions) {
                judged.matches().stream()
                        .map(RuleMatch::rule)
                        .filter(rule -> rule.indexOf(':') < 0)
                        .forEach(rule -> counters.counterOf(rule).addOpinions(opinion, 1));
                if (judged.shadow() != null) {
                    judged.shadow()
                            .rules()
                            .forEach(rule -> counters.counterOf(rule).addOpinions(opinion, 1));
                }
            }
        }
    }

    RuleSums sums() {
        return counters.sumsSinceStart();
    }

    @Override
    public void close() {
        rules.close();
    }
}
