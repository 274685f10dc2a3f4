package dev.winnow.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PulseWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:09.999Z");

    private final InMemoryPulseLog log = new InMemoryPulseLog();
    private final SteppingClock clock = new SteppingClock();
    private long accepted;

    @Test
    void writesTheGrowthOfEachInterval() {
        PulseWriter writer = newWriter();
        accepted = 5;
        writer.writeBeat();
        accepted = 12;
        beatAfter(writer, Duration.ofSeconds(10));

        assertThat(log.listPulses(Resolution.TEN_SECONDS, NOON.minusSeconds(60), NOON.plusSeconds(60)))
                .extracting(pulse -> pulse.count("accepted"))
                .containsExactly(5L, 7L);
    }

    @Test
    void sumsLongerIntervalsUpToTheirEnds() {
        PulseWriter writer = newWriter();
        for (int beat = 0; beat < 31; beat++) {
            accepted += 2;
            beatAfter(writer, beat == 0 ? Duration.ZERO : Duration.ofSeconds(10));
        }
        writer.close();

        assertThat(log.listPulses(Resolution.FIVE_MINUTES, NOON.minusSeconds(60), NOON.plusSeconds(600)))
                .extracting(pulse -> pulse.count("accepted"))
                .containsExactly(60L, 2L);
        assertThat(log.listPulses(Resolution.HALF_HOUR, NOON.minusSeconds(60), NOON.plusSeconds(600)))
                .extracting(pulse -> pulse.count("accepted"))
                .containsExactly(62L);
    }

    private PulseWriter newWriter() {
        return new PulseWriter("ingest-api", () -> Map.of("accepted", accepted), log, clock);
    }

    private void beatAfter(PulseWriter writer, Duration pause) {
        clock.now = clock.now.plus(pause);
        writer.writeBeat();
    }

    private static final class SteppingClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
