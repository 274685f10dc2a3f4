package dev.winnow.pulse;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The sums of one program over one interval. Immutable; any thread.
 *
 * @param program the name of the program, such as {@code scan-worker}
 * @param instance the name of the process, which no other process has
 * @param start the beginning of the interval
 * @param counts the numbers of events in the interval, by the names of {@link PulseNames}
 * @param levels states such as depths; of an interval the last one is kept
 * @param facts names such as the version of the live rules
 * @param delays the times from accept to verdict in milliseconds
 */
public record Pulse(
        String program,
        String instance,
        Instant start,
        Map<String, Long> counts,
        Map<String, Long> levels,
        Map<String, String> facts,
        Delays delays) {
    public Pulse {
        counts = Map.copyOf(counts);
        levels = Map.copyOf(levels);
        facts = Map.copyOf(facts);
    }

    /** The number of events of a name; 0 if there is none. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Adds the sums of a later interval of the same process; levels and facts are those of the later one. */
    public Pulse plus(Pulse later) {
        Map<String, Long> sums = new HashMap<>(counts);
        later.counts.forEach((name, count) -> sums.merge(name, count, Long::sum));
        return new Pulse(program, instance, start, sums, later.levels, later.facts, delays.plus(later.delays));
    }
}
