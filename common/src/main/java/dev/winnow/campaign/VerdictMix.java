package dev.winnow.campaign;

import dev.winnow.verdict.Category;

/**
 * The messages of a campaign by their first verdict. Immutable; any thread.
 *
 * @param junk messages called junk
 * @param promotion messages called promotion
 * @param transaction messages called transaction
 * @param clean messages called clean
 */
public record VerdictMix(long junk, long promotion, long transaction, long clean) {
    public static final VerdictMix NONE = new VerdictMix(0, 0, 0, 0);

    /** All messages. */
    public long messages() {
        return junk + promotion + transaction + clean;
    }

    /** The messages of one category. */
    public long count(Category category) {
        return switch (category) {
            case JUNK -> junk;
            case PROMOTION -> promotion;
            case TRANSACTION -> transaction;
            case CLEAN -> clean;
        };
    }

    /** Adds the messages of another mix. */
    public VerdictMix plus(VerdictMix other) {
        return new VerdictMix(
                junk + other.junk, promotion + other.promotion, transaction + other.transaction, clean + other.clean);
    }

    /** Adds one message. */
    public VerdictMix plus(Category category) {
        return switch (category) {
            case JUNK -> new VerdictMix(junk + 1, promotion, transaction, clean);
            case PROMOTION -> new VerdictMix(junk, promotion + 1, transaction, clean);
            case TRANSACTION -> new VerdictMix(junk, promotion, transaction + 1, clean);
            case CLEAN -> new VerdictMix(junk, promotion, transaction, clean + 1);
        };
    }
}
