package dev.winnow.lab.simulate;

import java.util.List;

/**
 * The result of a policy on a trace.
 *
 * @param p50 the longest wait among the fastest half of the ordinary tenants' messages, in seconds
 * @param p99 the same for 99 of 100
 * @param max the longest wait
 * @param lateSeconds the time during which the oldest waiting message was older than the goal
 * @param taskHours the billed hours, from the request for a task to its end
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
    /** One moment: its time, the running tasks, the age of the oldest waiting message, and the messages that were not done. */
    public record Point(double seconds, int running, double oldestSeconds, double backlogSms) {}

    /** The most messages that were not done at a time. */
    public double largestBacklog() {
        return curve.stream().mapToDouble(Point::backlogSms).max().orElse(0);
    }
}
