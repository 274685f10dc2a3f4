package dev.winnow.sqlite;

/**
 * The limits of the spool.
 *
 * @param window the most envelopes of each lane, and the most notices, in the queue at once, at least 100; the others wait in the file
 * @param maxBytes the most bytes of waiting envelopes; more are refused
 */
public record SpoolLimits(int window, long maxBytes) {
    /** The usual limits: a window of at most 60 MB for each lane, and a file of about a gigabyte. */
    public static final SpoolLimits DEFAULT = new SpoolLimits(1_000, 1L << 30);
}
