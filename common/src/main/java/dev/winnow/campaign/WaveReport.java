package dev.winnow.campaign;

import java.time.Instant;
import java.util.List;

/**
 * The waves that one worker has seen since its last report. Immutable; any thread.
 *
 * @param worker the name of the process, which no other process has or had
 * @param at when it was written, by the worker's clock
 * @param waves at most {@value #MAX_WAVES}
 */
public record WaveReport(String worker, Instant at, List<Wave> waves) {
    /** So that an item stays below 400 KB, the limit of DynamoDB. */
    public static final int MAX_WAVES = 100;

    public WaveReport {
        if (waves.size() > MAX_WAVES) {
            throw new IllegalArgumentException(
                    "a report has at most %d waves, this has %d".formatted(MAX_WAVES, waves.size()));
        }
        waves = List.copyOf(waves);
    }
}
