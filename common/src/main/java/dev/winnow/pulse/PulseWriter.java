package dev.winnow.pulse;

import dev.winnow.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the pulse of a program: every 10 s one small item, and once a minute and at the end of their intervals the sums of five minutes and
 * of half an hour, so that a crash loses at most a minute of them. The figures of an interval that the store did not take are lost.
 */
public final class PulseWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PulseWriter.class);
    private static final int BEATS_PER_MINUTE = 6;

    private final String program;
    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final PulseSource source;
    private final PulseLog pulses;
    private final Clock clock;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<Resolution, Pulse> sums = new EnumMap<>(Resolution.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pulse").factory());
    private int beats;
    private boolean isFailing;

    PulseWriter(String program, PulseSource source, PulseLog pulses, Clock clock) {
        this.program = program;
        this.source = source;
        this.pulses = pulses;
        this.clock = clock;
    }

    /** Starts writing, at the ends of the intervals of the clock. */
    public static PulseWriter start(String program, PulseSource source, PulseLog pulses) {
        Clock clock = Clock.systemUTC();
        PulseWriter writer = new PulseWriter(program, source, pulses, clock);
        long length = Resolution.TEN_SECONDS.length().toMillis();
        Future<?> _ = writer.timer.scheduleAtFixedRate(
                writer::writeBeat, length - clock.millis() % length - 1, length, TimeUnit.MILLISECONDS);
        return writer;
    }

    /** Writes the figures since the last beat; called by the timer. */
    synchronized void writeBeat() {
        try {
            Instant now = clock.instant();
            beats++;
            Pulse beat = readBeat(Resolution.TEN_SECONDS.startOf(now));
            pulses.savePulse(Resolution.TEN_SECONDS, beat);
            addTo(Resolution.FIVE_MINUTES, beat, now);
            addTo(Resolution.HALF_HOUR, beat, now);
            isFailing = false;
        } catch (StoreUnavailableException e) {
            if (!isFailing) {
                isFailing = true;
                log.warn("The pulse of {} is not stored; its charts have a gap until the store answers", program, e);
            }
        } catch (RuntimeException e) {
            log.error("The pulse of {} could not be read; the next one follows", program, e);
        }
    }

    /** Writes a last beat and stops. */
    @Override
    public void close() {
        timer.shutdownNow();
        beats = BEATS_PER_MINUTE - 1;
        writeBeat();
    }

    private Pulse readBeat(Instant start) {
        Map<String, Long> counts = new HashMap<>();
        source.readTotals().forEach((name, total) -> {
            long growth = total - last.getOrDefault(name, 0L);
            last.put(name, total);
            if (growth > 0) {
                counts.put(name, growth);
            }
        });
        return new Pulse(
                program, instance, start, counts, source.readLevels(), source.readFacts(), source.takeDelays());
    }

    private void addTo(Resolution resolution, Pulse beat, Instant now) {
        Instant start = resolution.startOf(now);
        Pulse sum = sums.get(resolution);
        Pulse first = new Pulse(program, instance, start, beat.counts(), beat.levels(), beat.facts(), beat.delays());
        if (sum != null && sum.start().equals(start)) {
            first = sum.plus(beat);
        }
        sums.put(resolution, first);
        boolean isEnd =
                !resolution.startOf(now.plus(Resolution.TEN_SECONDS.length())).equals(start);
        if (isEnd || beats % BEATS_PER_MINUTE == 0) {
            pulses.savePulse(resolution, first);
        }
    }
}
