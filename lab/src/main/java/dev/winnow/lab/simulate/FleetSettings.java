package dev.winnow.lab.simulate;

import dev.winnow.lab.cost.CostModel;

/**
 * The speed, the start and the range of a fleet's tasks.
 *
 * @param scanThreads envelopes that one task scans at once, one a vCPU
 * @param smsPerThreadSecond messages that one warm thread scans in a second, in full envelopes
 * @param envelopeSeconds the time for an envelope besides its messages
 * @param startSeconds from asking for a task to its first receive
 * @param warmSeconds how long after that a new task is slow
 * @param coldSpeed the speed of a new task, as a share of a warm one's
 * @param packSeconds the seconds of arrivals that share an envelope, up to 200 messages
 * @param goalSeconds how long a message may wait
 * @param min the fewest tasks
 * @param max the most
 */
public record FleetSettings(
        int scanThreads,
        double smsPerThreadSecond,
        double envelopeSeconds,
        double startSeconds,
        double warmSeconds,
        double coldSpeed,
        double packSeconds,
        double goalSeconds,
        int min,
        int max) {
    /** The most messages in an envelope. */
    private static final int LARGEST_ENVELOPE = 200;

    /** One vCPU a task at a rate below the one that docs/autoscaling.md shows as measured; the start is mostly Fargate's provisioning. */
    public static final FleetSettings DEFAULT = ofTasks(CostModel.SMS_PER_VCPU_SECOND, 45);

    /** A fleet of tasks with another speed or start. */
    static FleetSettings ofTasks(double smsPerThreadSecond, double startSeconds) {
        return new FleetSettings(1, smsPerThreadSecond, 0.002, startSeconds, 30, 0.42, 0.02, 10, 2, 60);
    }

    /** Messages a second that one warm task scans. */
    public double smsPerTaskSecond() {
        return scanThreads * smsPerThreadSecond;
    }

    /** The messages that one task clears within the goal: the unit of the surge steps. */
    public double acceptableBacklog() {
        return goalSeconds * smsPerTaskSecond();
    }

    /** The messages in an envelope at this rate of arrivals. */
    public int envelopeSize(double smsPerSecond) {
        return (int) Math.clamp(Math.round(smsPerSecond * packSeconds), 1L, LARGEST_ENVELOPE);
    }

    double serviceSeconds(int sms) {
        return envelopeSeconds + sms / smsPerThreadSecond;
    }
}
