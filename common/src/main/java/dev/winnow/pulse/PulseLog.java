package dev.winnow.pulse;

import dev.winnow.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the pulses of all programs, for people to look at; no message waits for it. Calls block; any thread. Every call throws {@link
 * StoreUnavailableException} if the store did not answer.
 */
public interface PulseLog {
    /** Keeps nothing. */
    PulseLog NONE = new PulseLog() {
        @Override
        public void savePulse(Resolution resolution, Pulse pulse) {
            // Intentionally empty.
        }

        @Override
        public List<Pulse> listPulses(Resolution resolution, Instant from, Instant until) {
            return List.of();
        }
    };

    /** Saves a pulse, in the place of an earlier one of the same process and interval. */
    void savePulse(Resolution resolution, Pulse pulse);

    /**
     * Reads the pulses whose intervals begin in a range, in the order of their beginnings.
     *
     * @param from the first beginning
     * @param until the end of the range, excluded
     */
    List<Pulse> listPulses(Resolution resolution, Instant from, Instant until);
}
