package dev.winnow.campaign;

/**
 * Finds the place of a fingerprint near another one, among a fixed number of places. Each pair of values is a key: two fingerprints of which
 * at least {@value Fingerprint#NEAR} of {@value Fingerprint#VALUES} values are equal have two or more of the eight pairs in common, so that
 * none is missed. One thread.
 */
final class NearIndex {
    static final int NONE = -1;

    private static final int PAIRS = Fingerprint.VALUES / 2;
    private static final int PAIR_BITS = 16;
    private static final int MOST_KEY_BITS = 16;
    private static final int PAIRS_IN_HALF = PAIRS / 2;

    private final long[] highs;
    private final long[] lows;

    private final int keyBits;

    /** The first place of each key, plus one; 0 for none. */
    private final int[] first;

    /** The place after each place that has the same pair, plus one. */
    private final int[] next;

    NearIndex(int places) {
        this(places, MOST_KEY_BITS);
    }

    /**
     * An index with shorter keys, which takes less memory and looks at more places.
     *
     * @param keyBits the bits of a pair that count, 1 to 16
     */
    NearIndex(int places, int keyBits) {
        this.keyBits = keyBits;
        first = new int[PAIRS << keyBits];
        highs = new long[places];
        lows = new long[places];
        next = new int[PAIRS * places];
    }

    /** The place of the nearest fingerprint, or {@link #NONE} if none is near. */
    int findNearest(Fingerprint fingerprint) {
        int best = NONE;
        int bestEqual = Fingerprint.NEAR - 1;
        for (int pair = 0; pair < PAIRS; pair++) {
            int place = first[keyOf(pair, fingerprint.high(), fingerprint.low())] - 1;
            while (place >= 0) {
                int equal = Fingerprint.countEqual(fingerprint.high(), fingerprint.low(), highs[place], lows[place]);
                if (equal == Fingerprint.VALUES) {
                    return place;
                }
                if (equal > bestEqual) {
                    best = place;
                    bestEqual = equal;
                }
                place = next[place * PAIRS + pair] - 1;
            }
        }
        return best;
    }

    /** Puts a fingerprint at a free place. */
    void put(int place, Fingerprint fingerprint) {
        highs[place] = fingerprint.high();
        lows[place] = fingerprint.low();
        for (int pair = 0; pair < PAIRS; pair++) {
            int key = keyOf(pair, fingerprint.high(), fingerprint.low());
            next[place * PAIRS + pair] = first[key];
            first[key] = place + 1;
        }
    }

    /** Frees a place. */
    void remove(int place) {
        for (int pair = 0; pair < PAIRS; pair++) {
            int key = keyOf(pair, highs[place], lows[place]);
            int after = next[place * PAIRS + pair];
            if (first[key] == place + 1) {
                first[key] = after;
                continue;
            }
            int before = first[key] - 1;
            while (next[before * PAIRS + pair] != place + 1) {
                before = next[before * PAIRS + pair] - 1;
            }
            next[before * PAIRS + pair] = after;
        }
    }

    Fingerprint fingerprintAt(int place) {
        return new Fingerprint(highs[place], lows[place]);
    }

    private int keyOf(int pair, long high, long low) {
        long half = pair < PAIRS_IN_HALF ? high : low;
        int value = (int) (half >>> (PAIR_BITS * (pair % PAIRS_IN_HALF))) & ((1 << keyBits) - 1);
        return (pair << keyBits) + value;
    }
}
