package dev.winnow.lab.simulate;

/**
 * Decides the number of tasks. It gets a sample every {@value #TICK_SECONDS} s and models its own metric's period and delay on that; it
 * does not know whether the fleet is simulated or real. One thread.
 */
public interface ScalingPolicy {
    /** Seconds between two samples: the period of a high-resolution custom metric. */
    int TICK_SECONDS = 10;

    /**
     * Decides the number of tasks from now on.
     *
     * @param desired its last answer, 0 or more
     * @return any number; the caller keeps it within the fleet's range
     */
    int decideTasks(Sample sample, int desired);
}
