package dev.winnow.console.now;

import dev.winnow.console.now.Health.Level;
import dev.winnow.pulse.PulseNames;
import java.util.List;

/** Decides about the sentence at the top. The first state that applies is named, the most urgent first. Pure; any thread. */
final class HealthCheck {
    private static final long OLD_MILLIS = 30_000;
    private static final double FAILING_SHARE = 0.1;

    private HealthCheck() {}

    static Health check(NowReading now, Slice recent, boolean hasStarted) {
        List<NowReading.LivingProgram> workers = now.programs().stream()
                .filter(program -> program.program().equals("scan-worker"))
                .toList();
        if (recent.level(PulseNames.STORE_AWAY) > 0) {
            return new Health(
                    Level.BAD, "The store does not answer, so workers wait. No message is lost.", "store-away");
        }
        if (workers.isEmpty()) {
            return hasStarted
                    ? new Health(
                            Level.BAD, "No scan worker has written a pulse for 40 seconds: messages wait.", "scan-age")
                    : new Health(Level.WARNING, "The first figures come within 20 seconds.", "");
        }
        if (now.oldestMillis() > OLD_MILLIS) {
            return new Health(
                    Level.BAD,
                    "The oldest message has waited for %d seconds; %,d wait."
                            .formatted(now.oldestMillis() / 1000, now.waitingLive() + now.waitingBulk()),
                    "scan-age");
        }
        long failed = now.verdicts().getOrDefault("failed", 0L);
        if (now.deadLetters() > 0) {
            return new Health(
                    Level.WARNING,
                    now.deadLetters() == 1
                            ? "1 dead letter waits for a decision."
                            : "%,d dead letters wait for a decision.".formatted(now.deadLetters()),
                    "dead-letters");
        }
        if (failed > 0) {
            return new Health(
                    Level.WARNING,
                    "%,d messages of the last 10 minutes could not be scanned.".formatted(failed),
                    "verdicts-failed");
        }
        if (workers.stream().map(NowReading.LivingProgram::ruleset).distinct().count() > 1) {
            return new Health(Level.WARNING, "The workers run different rule sets.", "rules-stale");
        }
        if (now.refusedLastHour() > 0) {
            return new Health(
                    Level.WARNING,
                    "%,d requests of the last hour were refused for want of room.".formatted(now.refusedLastHour()),
                    "fleet-at-limit");
        }
        long calls = now.callsLastHour() + now.failedCallsLastHour();
        if (now.failedCallsLastHour() > FAILING_SHARE * calls) {
            return new Health(
                    Level.WARNING,
                    "%,d of %,d webhook calls of the last hour failed.".formatted(now.failedCallsLastHour(), calls),
                    "callbacks-failing");
        }
        return new Health(Level.GOOD, goodSentence(now), "");
    }

    private static String goodSentence(NowReading now) {
        if (now.delayP99Millis() == 0) {
            return "All is well. No message came in the last half minute.";
        }
        return "All is well. 99 of 100 messages have their verdict within %,d ms.".formatted(now.delayP99Millis());
    }
}
