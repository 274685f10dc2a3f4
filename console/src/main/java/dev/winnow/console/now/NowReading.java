package dev.winnow.console.now;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of the pipeline. Rates are means over the last half minute.
 *
 * @param at the time of the reading
 * @param health the sentence at the top
 * @param acceptedPerSecond messages that were accepted
 * @param verdictsPerSecond messages that got a verdict
 * @param verdicts messages of the last ten minutes by outcome
 * @param delayP50Millis the median time from accept to verdict; 0 without verdicts
 * @param delayP99Millis the 99th percentile of that time
 * @param waitingLive messages or envelopes that wait on the live lane
 * @param waitingBulk messages or envelopes that wait on the bulk lane
 * @param oldestMillis the age of the oldest that waits; 0 if none waits or the queue does not tell
 * @param refusedLastHour requests of the last hour that were refused for want of room
 * @param overQuotaLastHour requests of the last hour that were refused for a quota
 * @param deadLetters the number of dead letters
 * @param callsLastHour webhook calls of the last hour that were delivered
 * @param failedCallsLastHour webhook calls of the last hour that failed
 * @param programs the living processes
 */
public record NowReading(
        Instant at,
        Health health,
        double acceptedPerSecond,
        double verdictsPerSecond,
        Map<String, Long> verdicts,
        long delayP50Millis,
        long delayP99Millis,
        long waitingLive,
        long waitingBulk,
        long oldestMillis,
        long refusedLastHour,
        long overQuotaLastHour,
        long deadLetters,
        long callsLastHour,
        long failedCallsLastHour,
        List<LivingProgram> programs) {
    /**
     * A process that has written a pulse lately.
     *
     * @param ruleset the version of its rules; empty for a program without rules
     * @param perSecond the messages or calls that it worked on, by its kind
     * @param lastPulse the end of its last interval
     */
    public record LivingProgram(String program, String instance, String ruleset, double perSecond, Instant lastPulse) {}

    /** The number of all verdicts of the last ten minutes. */
    public long allVerdicts() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }
}
