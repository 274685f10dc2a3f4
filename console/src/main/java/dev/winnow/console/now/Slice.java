package dev.winnow.console.now;

import dev.winnow.pulse.Delays;
import dev.winnow.pulse.Pulse;
import dev.winnow.pulse.PulseNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The pulses of all processes in one interval. Immutable once made; any thread.
 *
 * @param start the beginning of the interval
 * @param counts the sums over all processes
 * @param levels the largest values of all processes
 * @param delays the times from accept to verdict
 * @param pulses the pulses themselves
 */
record Slice(Instant start, Map<String, Long> counts, Map<String, Long> levels, Histogram delays, List<Pulse> pulses) {
    static Slice of(Instant start, List<Pulse> pulses) {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Long> levels = new HashMap<>();
        Histogram delays = Delays.newHistogram();
        for (Pulse pulse : pulses) {
            pulse.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
            pulse.levels().forEach((name, level) -> levels.merge(name, level, Math::max));
            pulse.delays().addTo(delays);
        }
        return new Slice(start, counts, levels, delays, List.copyOf(pulses));
    }

    /** Joins the slices of a longer time. */
    static Slice join(Instant start, List<Slice> slices) {
        List<Pulse> all = new ArrayList<>();
        slices.forEach(slice -> all.addAll(slice.pulses()));
        return of(start, all);
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    long level(String name) {
        return levels.getOrDefault(name, 0L);
    }

    long verdicts() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PulseNames.VERDICT))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A percentile of the times in milliseconds; 0 without times. */
    long delayAt(double percentile) {
        return delays.getTotalCount() == 0 ? 0 : delays.getValueAtPercentile(percentile);
    }
}
