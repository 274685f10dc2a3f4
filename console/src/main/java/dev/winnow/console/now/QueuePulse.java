package dev.winnow.console.now;

import dev.winnow.pulse.PulseNames;
import dev.winnow.pulse.PulseSource;
import dev.winnow.queue.DeadLetterBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The depths of the queues as the console's pulse, so that charts show them.
 *
 * @param queues reads the depths
 * @param letters counts the dead letters
 */
public record QueuePulse(QueueReader queues, DeadLetterBox letters) implements PulseSource {
    @Override
    public Map<String, Long> readTotals() {
        return Map.of();
    }

    @Override
    public Map<String, Long> readLevels() {
        QueueReader.Depths depths = queues.readDepths();
        Instant oldest = depths.oldest();
        long age = oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, Instant.now()).toMillis());
        return Map.of(
                PulseNames.WAITING_LIVE, depths.live(),
                PulseNames.WAITING_BULK, depths.bulk(),
                PulseNames.OLDEST_MILLIS, age,
                PulseNames.DEAD_LETTERS, letters.countLetters());
    }
}
