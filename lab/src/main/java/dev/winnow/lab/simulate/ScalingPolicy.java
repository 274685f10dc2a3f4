package dev.winnow.lab.simulate;

/**
 * Decides how many tasks there should be. It is told a sample every {@value #TICK_SECONDS} s and models its own metric's period and delay on
 * that; it knows neither whether the fleet is simulated nor real. One thread.
 */
public interface ScalingPolicy {
    /** Seconds between two samples: the period of a high-resolution metric of one's own. */
    int TICK_SECONDS = 10;

    /**
     * How many tasks there should be now.
     *
     * @param desired how many it asked for last, 0 or more
     * @return any number; the caller keeps it within the fleet's range
     */
    int decideTasks(Sample sample, int desired);
}
