package dev.winnow.lab.simulate;

import java.util.List;

/**
 * What a policy made of a trace.
 *
 * @param p50 seconds that half of the ordinary tenants' messages waited at most
 * @param p99 the same for 99 of 100
 * @param max the longest wait
 * @param lateSeconds how long the oldest waiting message was older than the goal
 * @param taskHours what was paid for, from asking for a task to its end
 * @param largest the most tasks at a time
 * @param scanned messages scanned; all that arrived
 * @param curve every sample, for pictures
 */
public record SimulationResult(
        double p50,
        double p99,
        double max,
        double lateSeconds,
        double taskHours,
        int largest,
        long scanned,
        List<Point> curve) {
    /** One moment: when, how many tasks worked, how old the oldest waiting message was, and how many messages were not done. */
    public record Point(double seconds, int running, double oldestSeconds, double backlogSms) {}

    /** The most messages that were not done at a time. */
    public double largestBacklog() {
        return curve.stream().mapToDouble(Point::backlogSms).max().orElse(0);
    }
}
