package dev.winnow.lab.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A part of a whole with its 95 % Wilson interval.
 *
 * @param hits 0 to all
 * @param all 0 or more
 */
record Proportion(long hits, long all) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.96;

    static <T> Proportion of(List<T> rows, Predicate<T> hit) {
        return new Proportion(rows.stream().filter(hit).count(), rows.size());
    }

    /** 0 to 1; 0 of nothing. */
    double share() {
        return all == 0 ? 0 : (double) hits / all;
    }

    double lowerBound() {
        return all == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    double upperBound() {
        return all == 0 ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (share() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double halfWidth() {
        double p = share();
        return Z / (1 + Z * Z / all) * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all));
    }

    /** For a table: the share with its interval in per cent, and the numbers. */
    String format() {
        return String.format(
                Locale.ROOT,
                "%6.2f %% (%.2f to %.2f) %,d of %,d",
                100 * share(),
                100 * lowerBound(),
                100 * upperBound(),
                hits,
                all);
    }
}
