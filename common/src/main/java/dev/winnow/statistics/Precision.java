package dev.winnow.statistics;

import java.util.Locale;

/**
 * The share of opinions that call a rule's messages junk, with the 95 % interval of Wilson's score (E. B. Wilson, 1927). Without opinions
 * the interval is 0 to 1. Immutable; any thread.
 *
 * @param opinions the number of opinions, 0 or more
 * @param share 0 to 1; 0 without opinions
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, 0 to 1
 */
public record Precision(long opinions, double share, double low, double high) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The share and its interval in per cent for a table, such as {@code 57 % (20-88)}; a dash without opinions. */
    public String format() {
        return opinions == 0
                ? "-"
                : String.format(Locale.ROOT, "%.0f %% (%.0f-%.0f)", 100 * share, 100 * low, 100 * high);
    }

    /** The precision of counted opinions; negative counts, which a single hour may have, count as 0. */
    public static Precision ofOpinions(long junk, long notJunk) {
        long yes = Math.max(0, junk);
        long all = yes + Math.max(0, notJunk);
        if (all == 0) {
            return new Precision(0, 0, 0, 1);
        }
        double share = (double) yes / all;
        double z2 = Z * Z / all;
        double centre = (share + z2 / 2) / (1 + z2);
        double reach = Z * Math.sqrt(share * (1 - share) / all + z2 / (4 * all)) / (1 + z2);
        return new Precision(all, share, Math.max(0, centre - reach), Math.min(1, centre + reach));
    }
}
