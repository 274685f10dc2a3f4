package dev.winnow.sqlite;

/**
 * How much waits on the spool, and how much of that in memory.
 *
 * @param window envelopes of each lane, and notices, that are in the queue at once; the others wait in the file; at least 100
 * @param maxBytes bytes of envelopes that may wait; more are refused
 */
public record SpoolLimits(int window, long maxBytes) {
    /** A window of at most 60 MB for each lane, and a file of about a gigabyte. */
    public static final SpoolLimits DEFAULT = new SpoolLimits(1_000, 1L << 30);
}
