package dev.winnow.console.now;

import dev.winnow.console.now.NowReading.LivingProgram;
import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.Resolution;
import dev.winnow.queue.DeadLetterBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the state of the pipeline from the last pulses and the queues. Calls block; any thread. */
public final class NowFigures {
    /** The time after the end of an interval until each program has written its pulse. */
    private static final Duration WRITTEN_AFTER = Duration.ofSeconds(2);

    private static final Duration RECENT = Duration.ofSeconds(30);
    private static final double RECENT_SECONDS = RECENT.toSeconds();
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final PulseHistory history;
    private final QueueReader queues;
    private final DeadLetterBox letters;
    private final Clock clock;
    private final Instant startedAt;

    public NowFigures(PulseHistory history, QueueReader queues, DeadLetterBox letters, Clock clock) {
        this.history = history;
        this.queues = queues;
        this.letters = letters;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * Reads the state.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    public NowReading readNow() {
        Instant now = clock.instant();
        List<Slice> hour = history.readRange(Range.HOUR);
        Instant end = Resolution.TEN_SECONDS.startOf(now.minus(WRITTEN_AFTER));
        Slice recent = joinRange(hour, end.minus(RECENT), end);
        Slice minutes = joinRange(hour, now.minus(TEN_MINUTES), now);
        Slice whole = joinRange(hour, now.minus(Range.HOUR.length()), now);
        QueueReader.Depths depths = queues.readDepths();
        Instant oldest = depths.oldest();
        NowReading reading = new NowReading(
                now,
                new Health(Health.Level.GOOD, "", ""),
                recent.count(PulseNames.ACCEPTED) / RECENT_SECONDS,
                recent.verdicts() / RECENT_SECONDS,
                verdictsOf(minutes),
                recent.delayAt(50),
                recent.delayAt(99),
                depths.live(),
                depths.bulk(),
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis()),
                whole.count(PulseNames.REFUSED_BUSY),
                whole.count(PulseNames.REFUSED_QUOTA),
                letters.countLetters(),
                whole.count(PulseNames.CALLS_DELIVERED),
                whole.count(PulseNames.CALLS_FAILED),
                programsOf(recent));
        boolean hasStarted = Duration.between(startedAt, now)
                        .compareTo(RECENT.plus(WRITTEN_AFTER).plusSeconds(10))
                > 0;
        return withHealth(reading, HealthCheck.check(reading, recent, hasStarted));
    }

    private static Slice joinRange(List<Slice> slices, Instant since, Instant until) {
        return Slice.join(
                since,
                slices.stream()
                        .filter(slice ->
                                !slice.start().isBefore(since) && slice.start().isBefore(until))
                        .toList());
    }

    private static Map<String, Long> verdictsOf(Slice slice) {
        Map<String, Long> verdicts = new TreeMap<>();
        slice.counts().forEach((name, count) -> {
            if (name.startsWith(PulseNames.VERDICT)) {
                verdicts.put(name.substring(PulseNames.VERDICT.length()), count);
            }
        });
        return verdicts;
    }

    private static List<LivingProgram> programsOf(Slice recent) {
        Map<String, LivingProgram> programs = new HashMap<>();
        for (Pulse pulse : recent.pulses()) {
            Instant end = pulse.start().plus(Resolution.TEN_SECONDS.length());
            programs.merge(
                    pulse.instance(),
                    new LivingProgram(
                            pulse.program(),
                            pulse.instance(),
                            pulse.facts().getOrDefault(PulseNames.RULESET, ""),
                            workOf(pulse) / RECENT_SECONDS,
                            end),
                    (old, next) -> new LivingProgram(
                            old.program(),
                            old.instance(),
                            next.ruleset(),
                            old.perSecond() + next.perSecond(),
                            next.lastPulse()));
        }
        return programs.values().stream()
                .sorted(Comparator.comparing(LivingProgram::program).thenComparing(LivingProgram::instance))
                .toList();
    }

    private static long workOf(Pulse pulse) {
        return pulse.counts().entrySet().stream()
                .filter(entry -> entry.getKey().equals(PulseNames.ACCEPTED)
                        || entry.getKey().startsWith(PulseNames.VERDICT)
                        || entry.getKey().equals(PulseNames.CALLS_DELIVERED))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static NowReading withHealth(NowReading now, Health health) {
        return new NowReading(
                now.at(),
                health,
                now.acceptedPerSecond(),
                now.verdictsPerSecond(),
                now.verdicts(),
                now.delayP50Millis(),
                now.delayP99Millis(),
                now.waitingLive(),
                now.waitingBulk(),
                now.oldestMillis(),
                now.refusedLastHour(),
                now.overQuotaLastHour(),
                now.deadLetters(),
                now.callsLastHour(),
                now.failedCallsLastHour(),
                now.programs());
    }
}
