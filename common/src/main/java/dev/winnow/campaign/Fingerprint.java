package dev.winnow.campaign;

import java.util.HexFormat;

/**
 * The fingerprint of a text without its links, numbers and names: {@value #VALUES} values of one byte, each the least of one hash function
 * over the parts of the text (MinHash, A. Broder, 1997; one byte of each least value, P. Li and A. C. König, 2010). The share of equal
 * values estimates the share of equal parts. No text can be read from it. Immutable; any thread.
 *
 * @param high the first eight values, the first one in the highest byte
 * @param low the last eight values
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {
    /** The values of a fingerprint. */
    public static final int VALUES = 16;

    /**
     * Two texts with at least this number of equal values are of one campaign. It is the smallest number at which 99.5 % of the pairs in one
     * campaign are of one family of the synthetic corpus (decision 120).
     */
    public static final int NEAR = 10;

    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final int DIGITS = 2 * VALUES;

    /** The number of equal values, 0 to {@value #VALUES}. */
    public int countEqual(Fingerprint other) {
        return countEqual(high, low, other.high, other.low);
    }

    /** The same for fingerprints in two numbers each. */
    static int countEqual(long high, long low, long otherHigh, long otherLow) {
        return countZeroBytes(high ^ otherHigh) + countZeroBytes(low ^ otherLow);
    }

    /** Whether two texts are of one campaign. */
    public boolean isNear(Fingerprint other) {
        return countEqual(other) >= NEAR;
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not 32 hexadecimal digits
     */
    public static Fingerprint parse(String text) {
        if (text.length() != DIGITS) {
            throw new IllegalArgumentException(
                    "a fingerprint has %d hexadecimal digits, '%s' has %d".formatted(DIGITS, text, text.length()));
        }
        return new Fingerprint(
                HexFormat.fromHexDigitsToLong(text, 0, VALUES), HexFormat.fromHexDigitsToLong(text, VALUES, DIGITS));
    }

    @Override
    public int compareTo(Fingerprint other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The number of zero bytes; exact, unlike the shorter test that only tells whether there is one. */
    private static int countZeroBytes(long bits) {
        return Long.bitCount(~(((bits & LOW_BITS) + LOW_BITS) | bits | LOW_BITS));
    }
}
