package dev.winnow.sender;

import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.PulseSource;
import dev.winnow.sender.delivery.SenderMetrics;
import java.util.Map;

/**
 * The figures of a callback sender for its pulse.
 *
 * @param metrics the counters
 */
record SenderPulse(SenderMetrics metrics) implements PulseSource {
    @Override
    public Map<String, Long> readTotals() {
        return Map.of(
                PulseNames.CALLS_DELIVERED, metrics.delivered(),
                PulseNames.CALLS_FAILED, metrics.failed(),
                PulseNames.CALLS_GIVEN_UP, metrics.givenUp());
    }
}
