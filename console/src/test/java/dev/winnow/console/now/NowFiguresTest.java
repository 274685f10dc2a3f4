package dev.winnow.console.now;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.pulse.Delays;
import dev.winnow.pulse.InMemoryPulseLog;
import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.Resolution;
import dev.winnow.queue.DeadLetterBox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NowFiguresTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:05Z");

    private final InMemoryPulseLog log = new InMemoryPulseLog();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void addsThePulsesOfAllProcesses() {
        save("ingest-api", "a", 20, Map.of(PulseNames.ACCEPTED, 300L), Map.of());
        save("scan-worker", "b", 20, Map.of("verdict.junk", 100L), Map.of("ruleset", "v1"));
        save("scan-worker", "c", 30, Map.of("verdict.junk", 50L, "verdict.clean", 150L), Map.of("ruleset", "v1"));

        NowReading now = figures(0, null).readNow();

        assertThat(now.acceptedPerSecond()).isEqualTo(10);
        assertThat(now.verdictsPerSecond()).isEqualTo(10);
        assertThat(now.verdicts()).containsEntry("junk", 150L).containsEntry("clean", 150L);
        assertThat(now.delayP50Millis()).isBetween(40L, 41L);
        assertThat(now.programs()).hasSize(3);
        assertThat(now.health().level()).isEqualTo(Health.Level.GOOD);
    }

    @Test
    void countsThreeIntervalsWheneverItIsAsked() {
        for (int secondsAgo = 10; secondsAgo <= 60; secondsAgo += 10) {
            save("ingest-api", "a", secondsAgo, Map.of(PulseNames.ACCEPTED, 100L), Map.of());
        }

        assertThat(figures(NOON.minusMillis(4_900)).readNow().acceptedPerSecond())
                .isEqualTo(10);
        assertThat(figures(NOON).readNow().acceptedPerSecond()).isEqualTo(10);
        assertThat(figures(NOON.plusMillis(4_900)).readNow().acceptedPerSecond())
                .isEqualTo(10);
    }

    @Test
    void namesTheMostUrgentState() {
        save("scan-worker", "b", 20, Map.of("verdict.failed", 3L), Map.of("ruleset", "v1"));
        assertThat(figures(0, null).readNow().health().runbook()).isEqualTo("verdicts-failed");
        assertThat(figures(2, null).readNow().health().runbook()).isEqualTo("dead-letters");
        assertThat(figures(2, NOON.minusSeconds(45)).readNow().health().runbook())
                .isEqualTo("scan-age");

        save("scan-worker", "c", 20, Map.of(), Map.of("ruleset", "v2"));
        assertThat(figures(0, NOON.minusSeconds(45)).readNow().health().level()).isEqualTo(Health.Level.BAD);
    }

    private NowFigures figures(Instant at) {
        Clock then = Clock.fixed(at, ZoneOffset.UTC);
        return new NowFigures(
                new PulseHistory(log, then), () -> new QueueReader.Depths(0, 0, null), new Letters(0), then);
    }

    private NowFigures figures(long deadLetters, @Nullable Instant oldest) {
        PulseHistory history = new PulseHistory(log, clock);
        return new NowFigures(history, () -> new QueueReader.Depths(0, 0, oldest), new Letters(deadLetters), clock);
    }

    private void save(
            String program, String instance, int secondsAgo, Map<String, Long> counts, Map<String, String> facts) {
        Histogram times = Delays.newHistogram();
        if (program.equals("scan-worker")) {
            times.recordValue(40);
        }
        log.savePulse(
                Resolution.TEN_SECONDS,
                new Pulse(
                        program,
                        instance,
                        Resolution.TEN_SECONDS.startOf(NOON.minusSeconds(secondsAgo)),
                        counts,
                        Map.of(),
                        facts,
                        Delays.of(times)));
    }

    /** So many letters; none is looked at. */
    private record Letters(long countLetters) implements DeadLetterBox {
        @Override
        public List<Group> groupLetters(int limit) {
            return List.of();
        }

        @Override
        public List<Letter> listLetters(@Nullable String reason, int limit) {
            return List.of();
        }

        @Override
        public Optional<Letter> findLetter(UUID envelope) {
            return Optional.empty();
        }

        @Override
        public boolean redriveLetter(UUID envelope) {
            return false;
        }

        @Override
        public boolean discardLetter(UUID envelope) {
            return false;
        }
    }
}
