package dev.winnow.statistics;

/**
 * The sums of one rule over some time. Immutable; any thread.
 *
 * @param hits messages that the rule matched while it was active
 * @param decisive hits without which the verdict would have another category
 * @param shadowHits messages that the rule matched while it was in shadow
 * @param wouldChange hits in shadow that would have given the verdict another category
 * @param junk opinions that a matched message is junk; negative in an hour in which more opinions were changed than given
 * @param notJunk opinions that a matched message is not junk; negative as {@code junk}
 */
public record RuleCounts(long hits, long decisive, long shadowHits, long wouldChange, long junk, long notJunk) {
    public static final RuleCounts NONE = new RuleCounts(0, 0, 0, 0, 0, 0);

    /** Adds other sums of the same rule. */
    public RuleCounts plus(RuleCounts other) {
        return new RuleCounts(
                hits + other.hits,
                decisive + other.decisive,
                shadowHits + other.shadowHits,
                wouldChange + other.wouldChange,
                junk + other.junk,
                notJunk + other.notJunk);
    }

    /** Takes away earlier sums of the same rule. */
    public RuleCounts minus(RuleCounts earlier) {
        return new RuleCounts(
                hits - earlier.hits,
                decisive - earlier.decisive,
                shadowHits - earlier.shadowHits,
                wouldChange - earlier.wouldChange,
                junk - earlier.junk,
                notJunk - earlier.notJunk);
    }

    /** The share of opinions that say junk, with its confidence interval. */
    public Precision precision() {
        return Precision.ofOpinions(junk, notJunk);
    }
}
