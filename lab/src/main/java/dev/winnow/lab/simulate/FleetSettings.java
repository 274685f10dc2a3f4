package dev.winnow.lab.simulate;

import dev.winnow.lab.cost.CostModel;

/**
 * What a task can do and how long it takes to get one.
 *
 * @param scanThreads envelopes that one task scans at once, one a vCPU
 * @param smsPerThreadSecond messages that one of them scans a second, in full envelopes, when warm
 * @param envelopeSeconds what an envelope costs besides its messages
 * @param startSeconds from asking for a task to its first receive
 * @param warmSeconds how long after that a new task is slow
 * @param coldSpeed its speed meanwhile, as a share of a warm one's
 * @param packSeconds how many seconds' arrivals share an envelope, up to 200 messages
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
    /** SMS in an envelope (design limit). */
    private static final int LARGEST_ENVELOPE = 200;

    /** One vCPU a task at a rate below the one that docs/autoscaling.md shows as measured; the start is mostly Fargate's provisioning. */
    public static final FleetSettings DEFAULT =
            new FleetSettings(1, CostModel.SMS_PER_VCPU_SECOND, 0.002, 45, 30, 0.42, 0.02, 10, 2, 60);

    /** Messages a second that one warm task scans. */
    public double smsPerTaskSecond() {
        return scanThreads * smsPerThreadSecond;
    }

    /** The same with another rate, in messages a second and thread. */
    public FleetSettings withRate(double smsPerThreadSecond) {
        return new FleetSettings(
                scanThreads,
                smsPerThreadSecond,
                envelopeSeconds,
                startSeconds,
                warmSeconds,
                coldSpeed,
                packSeconds,
                goalSeconds,
                min,
                max);
    }

    /** The same with another start. */
    public FleetSettings withStart(double startSeconds) {
        return new FleetSettings(
                scanThreads,
                smsPerThreadSecond,
                envelopeSeconds,
                startSeconds,
                warmSeconds,
                coldSpeed,
                packSeconds,
                goalSeconds,
                min,
                max);
    }

    /** What one task clears within the goal: the unit of the surge steps. */
    public double acceptableBacklog() {
        return goalSeconds * smsPerTaskSecond();
    }

    /** Messages in an envelope when so many arrive a second. */
    public int envelopeSize(double smsPerSecond) {
        return (int) Math.clamp(Math.round(smsPerSecond * packSeconds), 1L, LARGEST_ENVELOPE);
    }

    double serviceSeconds(int sms) {
        return envelopeSeconds + sms / smsPerThreadSecond;
    }
}
