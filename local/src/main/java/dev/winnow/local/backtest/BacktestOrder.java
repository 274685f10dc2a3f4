package dev.winnow.local.backtest;

import dev.winnow.console.rules.RuleBook;
import dev.winnow.lab.backtest.Backtest;
import dev.winnow.lab.backtest.BacktestReport;
import dev.winnow.lab.backtest.RulesOnTrial;
import dev.winnow.local.state.StatesOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest is asked to compare, and on which messages. Immutable; any thread.
 *
 * @param folder the candidate as a folder on top of the live rules; null if it is a version
 * @param version the candidate as a part of the name of a published version; null if it is a folder
 */
record BacktestOrder(
        @Nullable CandidateFolder folder, @Nullable String version, Backtest.Selection selection) {
    /** The two sets of rules that are compared. */
    private record Sides(RuleBook.Release live, RuleBook.Release candidate) {}

    /**
     * Runs it in this process, on all cores.
     *
     * @throws IllegalStateException if there are no such rules
     */
    BacktestReport run(StatesOption rules, BacktestData data, Backtest.ProgressListener progress)
            throws InterruptedException {
        Sides sides = rules.readRules(this::readSides);
        try (RulesOnTrial live = open(sides.live());
                RulesOnTrial candidate = open(sides.candidate())) {
            return new Backtest(data.history(), data.tenants(), data.feedback())
                    .run(live, candidate, selection, Runtime.getRuntime().availableProcessors(), progress);
        }
    }

    /** The end of the time range of the messages. */
    Instant to() {
        return selection.to();
    }

    private Sides readSides(RuleBook book) {
        RuleBook.Release live = book.readLive();
        if (version != null) {
            return new Sides(live, book.readVersion(version));
        }
        return new Sides(live, folder == null ? live : folder.putOnTop(live));
    }

    private static RulesOnTrial open(RuleBook.Release rules) {
        return new RulesOnTrial(rules.sources(), rules.states(), rules.lists(), rules.links());
    }
}
