package dev.winnow.campaign;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/**
 * An estimate of the number of different names, at most some 300 bytes: a HyperLogLog sketch. It holds parts of hashes, so that no name
 * can be read from it, but whoever holds the sketch of a few names can test a guess. Exact for a few names; the standard error is 5 % for many. Immutable; any thread.
 */
public final class DistinctCount {
    /** The logarithm of the number of registers: its error is 1.04 / sqrt(2^9). */
    static final int LOG_REGISTERS = 9;

    /** No name. */
    public static final DistinctCount NONE = new DistinctCount(newSketch().toCompactByteArray());

    private final byte[] sketch;

    private DistinctCount(byte[] sketch) {
        this.sketch = sketch;
    }

    static HllSketch newSketch() {
        return new HllSketch(LOG_REGISTERS, TgtHllType.HLL_4);
    }

    /** The names that a sketch has seen so far. */
    static DistinctCount of(HllSketch sketch) {
        return new DistinctCount(sketch.toCompactByteArray());
    }

    /** Counts names. */
    public static DistinctCount ofNames(Collection<String> names) {
        HllSketch sketch = newSketch();
        names.forEach(sketch::update);
        return of(sketch);
    }

    /** The number of different names, rounded. */
    public long estimate() {
        return Math.round(HllSketch.heapify(sketch).getEstimate());
    }

    /** The names of both. */
    public DistinctCount plus(DistinctCount other) {
        HllUnion union = new HllUnion(LOG_REGISTERS);
        union.update(HllSketch.heapify(sketch));
        union.update(HllSketch.heapify(other.sketch));
        return new DistinctCount(union.getResult(TgtHllType.HLL_4).toCompactByteArray());
    }

    /** The sketch in Base64. */
    String encode() {
        return Base64.getEncoder().encodeToString(sketch);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text is not a sketch
     */
    static DistinctCount decode(String text) {
        byte[] sketch = Base64.getDecoder().decode(text);
        try {
            HllSketch.heapify(sketch);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a stored count of distinct names cannot be read", e);
        }
        return new DistinctCount(sketch);
    }

    /** Whether both were counted from the same names in the same order; not whether they estimate the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctCount count && Arrays.equals(sketch, count.sketch);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sketch);
    }

    @Override
    public String toString() {
        return "about " + estimate();
    }
}
