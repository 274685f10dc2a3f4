package dev.winnow.statistics;

import dev.winnow.feedback.Feedback.Label;
import java.util.concurrent.atomic.LongAdder;

/** The counter of one rule. Any thread; scan threads add without a lock. */
public final class RuleCounter {
    private final LongAdder hits = new LongAdder();
    private final LongAdder decisive = new LongAdder();
    private final LongAdder shadowHits = new LongAdder();
    private final LongAdder wouldChange = new LongAdder();
    private final LongAdder junk = new LongAdder();
    private final LongAdder notJunk = new LongAdder();

    RuleCounter() {}

    /**
     * Counts a message that the rule matched.
     *
     * @param isDecisive whether the verdict would have another category without the rule
     */
    public void countHit(boolean isDecisive) {
        hits.increment();
        if (isDecisive) {
            decisive.increment();
        }
    }

    /**
     * Counts a message that the rule matched in shadow.
     *
     * @param changes whether the verdict would have another category with the rule
     */
    public void countShadowHit(boolean changes) {
        shadowHits.increment();
        if (changes) {
            wouldChange.increment();
        }
    }

    /** Adds opinions; a negative number takes opinions back. */
    public void addOpinions(Label label, int number) {
        (label == Label.JUNK ? junk : notJunk).add(number);
    }

    /** Takes the sums since the last call. */
    RuleCounts takeCounts() {
        return new RuleCounts(
                hits.sumThenReset(),
                decisive.sumThenReset(),
                shadowHits.sumThenReset(),
                wouldChange.sumThenReset(),
                junk.sumThenReset(),
                notJunk.sumThenReset());
    }
}
