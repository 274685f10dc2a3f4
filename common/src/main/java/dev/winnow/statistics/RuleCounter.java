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
    private volatile boolean tripped;

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

    /** Puts the rule into shadow at once, until its state is read again. */
    public void trip() {
        tripped = true;
    }

    /** Ends {@link #trip}, because the rule's state says now what it is. */
    public void untrip() {
        tripped = false;
    }

    /** Whether the fuse has put the rule into shadow. */
    public boolean isTripped() {
        return tripped;
    }

    /** The sums since the start. */
    RuleCounts sums() {
        return new RuleCounts(
                hits.sum(), decisive.sum(), shadowHits.sum(), wouldChange.sum(), junk.sum(), notJunk.sum());
    }
}
