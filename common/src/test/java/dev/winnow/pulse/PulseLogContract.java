package dev.winnow.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The contract of every {@link PulseLog}, with one subclass for each adapter. */
public abstract class PulseLogContract {
    private final String instance = UUID.randomUUID().toString();
    private final Instant start = Resolution.TEN_SECONDS.startOf(Instant.now());

    /** The log under test, which may hold pulses of other tests. */
    protected abstract PulseLog pulses();

    @Test
    void listsTheIntervalsOfARangeInTheirOrder() {
        Pulse before = pulse(start.minus(Duration.ofMinutes(59)), 1);
        Pulse first = pulse(start.minus(Duration.ofMinutes(30)), 2);
        Pulse second = pulse(start, 3);
        Pulse after = pulse(start.plusSeconds(10), 4);
        List.of(second, before, after, first).forEach(p -> pulses().savePulse(Resolution.TEN_SECONDS, p));

        assertThat(mine(Resolution.TEN_SECONDS, first.start(), after.start())).containsExactly(first, second);
        assertThat(mine(Resolution.FIVE_MINUTES, first.start(), after.start())).isEmpty();
    }

    @Test
    void replacesThePulseOfTheSameProcessAndInterval() {
        pulses().savePulse(Resolution.HALF_HOUR, pulse(start, 1));
        Pulse later = pulse(start, 5);
        pulses().savePulse(Resolution.HALF_HOUR, later);

        assertThat(mine(Resolution.HALF_HOUR, start, start.plusSeconds(1))).containsExactly(later);
    }

    @Test
    void keepsTimesWithTwoDigits() {
        Histogram times = Delays.newHistogram();
        times.recordValue(100);
        times.recordValue(2_000);
        Pulse pulse = new Pulse(
                "scan-worker", instance, start, Map.of(), Map.of(), Map.of("ruleset", "a-1"), Delays.of(times));
        pulses().savePulse(Resolution.TEN_SECONDS, pulse);

        Histogram read = Delays.newHistogram();
        mine(Resolution.TEN_SECONDS, start, start.plusSeconds(1))
                .forEach(p -> p.delays().addTo(read));

        assertThat(read.getTotalCount()).isEqualTo(2);
        assertThat(read.getMaxValue()).isBetween(2_000L, 2_020L);
    }

    private Pulse pulse(Instant at, long accepted) {
        return new Pulse(
                "ingest-api",
                instance,
                at,
                Map.of("accepted", accepted),
                Map.of("waiting.live", 7L),
                Map.of(),
                Delays.NONE);
    }

    private List<Pulse> mine(Resolution resolution, Instant from, Instant until) {
        return pulses().listPulses(resolution, from, until).stream()
                .filter(pulse -> pulse.instance().equals(instance))
                .toList();
    }
}
