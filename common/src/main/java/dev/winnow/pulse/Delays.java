package dev.winnow.pulse;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Times in milliseconds as an HdrHistogram of two digits, from 1 ms to an hour. Immutable; any thread. */
public final class Delays {
    /** The largest time that is kept; a larger one counts as this. */
    public static final long MAX_MILLIS = 3_600_000;
    /** The number of significant digits that are kept. */
    public static final int DIGITS = 2;

    /** No times. */
    public static final Delays NONE = new Delays(new byte[0]);

    private final byte[] compressed;

    private Delays(byte[] compressed) {
        this.compressed = compressed;
    }

    /** Copies a histogram. */
    public static Delays of(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return NONE;
        }
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return new Delays(Arrays.copyOf(buffer.array(), length));
    }

    /**
     * Reads the bytes of {@link #toBytes}.
     *
     * @throws IllegalArgumentException if they are damaged; found when the times are read
     */
    public static Delays ofBytes(byte[] compressed) {
        return compressed.length == 0 ? NONE : new Delays(compressed.clone());
    }

    public byte[] toBytes() {
        return compressed.clone();
    }

    /** An empty histogram that takes the times of others. */
    public static Histogram newHistogram() {
        return new Histogram(MAX_MILLIS, DIGITS);
    }

    /** Adds these times to a histogram of {@link #newHistogram}. */
    public void addTo(Histogram sum) {
        if (compressed.length > 0) {
            try {
                sum.add(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0));
            } catch (DataFormatException e) {
                throw new IllegalArgumentException("a stored histogram is damaged", e);
            }
        }
    }

    Delays plus(Delays other) {
        if (compressed.length == 0) {
            return other;
        }
        if (other.compressed.length == 0) {
            return this;
        }
        Histogram sum = newHistogram();
        addTo(sum);
        other.addTo(sum);
        return of(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delays that && Arrays.equals(compressed, that.compressed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(compressed);
    }
}
