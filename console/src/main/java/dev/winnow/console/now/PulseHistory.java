package dev.winnow.console.now;

import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseLog;
import dev.winnow.pulse.Resolution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The summed pulses of the last week, kept in memory: what has been read once is not read again, but for the last intervals, which still
 * change. Any thread.
 */
public final class PulseHistory {
    /** The pulses of a process can come late by this many intervals. */
    private static final int UNSETTLED = 3;

    private static final Duration FRESH = Duration.ofMillis(1500);

    private final PulseLog pulses;
    private final Clock clock;
    private final Map<Resolution, Kept> kept = new EnumMap<>(Resolution.class);

    private static final class Kept {
        private final NavigableMap<Instant, Slice> slices = new TreeMap<>();
        private Instant readAt = Instant.EPOCH;
        private Instant readFrom = Instant.MAX;
    }

    public PulseHistory(PulseLog pulses, Clock clock) {
        this.pulses = pulses;
        this.clock = clock;
        for (Resolution resolution : Resolution.values()) {
            kept.put(resolution, new Kept());
        }
    }

    /**
     * Reads the intervals of a range up to now, in their order; intervals without a pulse are left out.
     *
     * @throws dev.winnow.store.StoreUnavailableException if the store does not answer
     */
    List<Slice> readRange(Range range) {
        return readSince(range.resolution(), clock.instant().minus(range.length()));
    }

    /** Reads the intervals that begin at this time or later. */
    List<Slice> readSince(Resolution resolution, Instant since) {
        Kept of = Objects.requireNonNull(kept.get(resolution));
        synchronized (of) {
            refresh(of, resolution, resolution.startOf(since));
            return new ArrayList<>(of.slices.tailMap(since, true).values());
        }
    }

    private void refresh(Kept of, Resolution resolution, Instant since) {
        Instant now = clock.instant();
        boolean reachesBack = !of.readFrom.isAfter(since);
        if (reachesBack && Duration.between(of.readAt, now).compareTo(FRESH) < 0) {
            return;
        }
        Instant from = reachesBack
                ? resolution.startOf(of.readAt).minus(resolution.length().multipliedBy(UNSETTLED))
                : since;
        Map<Instant, List<Pulse>> byStart = new TreeMap<>();
        for (Pulse pulse : pulses.listPulses(resolution, from, now.plus(resolution.length()))) {
            byStart.computeIfAbsent(pulse.start(), _ -> new ArrayList<>()).add(pulse);
        }
        byStart.forEach((start, all) -> of.slices.put(start, Slice.of(start, all)));
        of.readAt = now;
        if (!reachesBack) {
            of.readFrom = from;
        }
        of.slices.headMap(now.minus(resolution.retention())).clear();
    }
}
