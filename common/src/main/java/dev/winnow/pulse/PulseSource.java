package dev.winnow.pulse;

import java.util.Map;

/** The figures of a running program. Called by one thread at a time; must not block. */
public interface PulseSource {
    /** Numbers of events since the start of the process, which only grow. */
    Map<String, Long> readTotals();

    /** States such as depths. */
    default Map<String, Long> readLevels() {
        return Map.of();
    }

    /** Names such as the version of the live rules. */
    default Map<String, String> readFacts() {
        return Map.of();
    }

    /** The times since the last call. */
    default Delays takeDelays() {
        return Delays.NONE;
    }
}
