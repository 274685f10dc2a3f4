package dev.winnow.lab.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The result of a load. Latencies are in microseconds and begin when a request was due, not when it was sent.
 *
 * @param plan the plan of the load
 * @param sendSeconds how long sending took
 * @param verdictSeconds from the first message that was accepted to the last scan
 * @param accepted messages that got an id
 * @param refused requests that got another answer than 200 or 202, by status; 0 is none at all
 * @param failure why the last request without an answer had none; empty when all were answered
 * @param verdicts accepted messages that have a verdict, by verdict
 * @param accept until a submit was accepted
 * @param refuse from when a submit was sent until it was refused
 * @param acceptToVerdict from acceptance to the end of the scan, as the server stored both
 * @param followed from acceptance to the verdict as clients saw it that waited for one
 */
public record LoadResult(
        LoadPlan plan,
        double sendSeconds,
        double verdictSeconds,
        long accepted,
        Map<Integer, Long> refused,
        String failure,
        Map<String, Long> verdicts,
        Histogram accept,
        Histogram refuse,
        Histogram acceptToVerdict,
        Histogram followed) {
    public LoadResult {
        refused = Map.copyOf(refused);
        verdicts = Map.copyOf(verdicts);
    }

    /** The number of accepted messages without a verdict. */
    public long lostCount() {
        return accepted - verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The accepted messages a second while the load was sent. */
    public double acceptedRate() {
        return accepted / sendSeconds;
    }

    /** The verdicts a second from the first accepted message to the last scan. */
    public double verdictRate() {
        return (accepted - lostCount()) / verdictSeconds;
    }

    /** The number of requests that were not accepted. */
    public long refusalCount() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
