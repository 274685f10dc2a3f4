package dev.winnow.lab.backtest;

import dev.winnow.statistics.Precision;
import dev.winnow.statistics.RuleCounts;
import dev.winnow.verdict.RuleMatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a backtest.
 *
 * @param messages the messages that both sets of rules judged
 * @param first the time at which the first one was accepted; null without messages
 * @param last the time at which the last one was accepted; null without messages
 * @param opinions the messages that people have an opinion about
 * @param newJunkOnHam messages that most opinions call not junk and that only the candidate calls junk
 * @param missedJunk messages that most opinions call junk and that only the live rules call junk
 * @param changes the verdicts that change, the most frequent change first
 * @param rules the rules that matched, in the order of how much their hits differ
 */
public record BacktestReport(
        long messages,
        @Nullable Instant first,
        @Nullable Instant last,
        long opinions,
        long newJunkOnHam,
        long missedJunk,
        List<Change> changes,
        List<RuleLine> rules) {
    public BacktestReport {
        changes = List.copyOf(changes);
        rules = List.copyOf(rules);
    }

    /** The messages whose verdict changes. */
    public long changed() {
        return changes.stream().mapToLong(Change::count).sum();
    }

    /** The messages that only the candidate calls junk. */
    public long newJunk() {
        return changes.stream()
                .filter(change -> change.to().equals("junk"))
                .mapToLong(Change::count)
                .sum();
    }

    /**
     * The messages whose verdict changes from one category to another; {@code failed} stands for no verdict.
     *
     * @param examples some of them, chosen by the hash of their ids
     */
    public record Change(String from, String to, long count, List<Example> examples) {
        public Change {
            examples = List.copyOf(examples);
        }
    }

    /** One message whose verdict changes, with the matched rules on both sides. */
    public record Example(
            String tenant,
            Instant acceptedAt,
            String text,
            int scoreLive,
            List<RuleMatch> live,
            int score,
            List<RuleMatch> candidate) {
        public Example {
            live = List.copyOf(live);
            candidate = List.copyOf(candidate);
        }
    }

    /** The sums of a rule on both sides; its precision with the candidate, null without opinions. */
    public record RuleLine(
            String rule,
            RuleCounts live,
            RuleCounts candidate,
            @Nullable Precision precision) {
        long difference() {
            return Math.abs(hitsOf(candidate) - hitsOf(live));
        }

        private static long hitsOf(RuleCounts counts) {
            return counts.hits() + counts.shadowHits();
        }
    }
}
