package dev.winnow.lab.load;

import org.HdrHistogram.Histogram;

/**
 * The progress of a load.
 *
 * @param seconds since the start
 * @param sent messages that were due by now
 * @param accepted messages that got an id
 * @param refused requests that were not accepted
 * @param accept latencies of the answers so far, in microseconds; grows while it is read
 */
public record LoadProgress(double seconds, long sent, long accepted, long refused, Histogram accept) {}
