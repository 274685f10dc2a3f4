package dev.winnow.yara;

/**
 * The limits for the cost of rules, as multiples of a reference rule timed beside them: {@code /\b[0-9]{4,7}\b/}, a regex without a usable
 * atom, on random digits of the same length. It takes about 10 microseconds for 500 bytes and 150 for 8,192 on a 2026 server
 * core, so the default set budget is a worst case near 60 ms for the longest text.
 *
 * @param rule for one rule, at 500 and at 8,192 bytes
 * @param set for all rules together, at both lengths
 */
public record Budget(double rule, double set) {

    /** 100 for a rule, 400 for the set. */
    public static final Budget DEFAULT = new Budget(100, 400);

    public Budget {
        if (!(rule > 0) || !(set >= rule)) {
            throw new IllegalArgumentException(
                    "a budget of %s for a rule and %s for the set; both are positive, the set's is the larger"
                            .formatted(rule, set));
        }
    }
}
