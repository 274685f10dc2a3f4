package dev.winnow.pulse;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A log of pulses for tests. Any thread. */
public final class InMemoryPulseLog implements PulseLog {
    private final Map<Key, Pulse> pulses = new ConcurrentHashMap<>();

    private record Key(Resolution resolution, Instant start, String program, String instance) {}

    @Override
    public void savePulse(Resolution resolution, Pulse pulse) {
        pulses.put(new Key(resolution, pulse.start(), pulse.program(), pulse.instance()), pulse);
    }

    @Override
    public List<Pulse> listPulses(Resolution resolution, Instant from, Instant until) {
        return pulses.entrySet().stream()
                .filter(entry -> entry.getKey().resolution() == resolution)
                .map(Map.Entry::getValue)
                .filter(pulse -> !pulse.start().isBefore(from) && pulse.start().isBefore(until))
                .sorted(Comparator.comparing(Pulse::start))
                .toList();
    }
}
