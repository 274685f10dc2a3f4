package dev.winnow.ingest.lookup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of requests that wait for verdicts.
 *
 * @param limit how many may wait at once; beyond it, or beyond three quarters for one tenant, a request is answered without waiting
 * @param firstInterval the pause after the first read of an awaited envelope; it doubles with every read
 * @param longestInterval the longest pause between two reads of it
 */
@ConfigurationProperties("winnow.waiters")
public record WaiterSettings(
        @DefaultValue("10000") int limit,
        @DefaultValue("20ms") Duration firstInterval,
        @DefaultValue("1s") Duration longestInterval) {
    /** The settings of an installation that sets none. */
    public static final WaiterSettings DEFAULT =
            new WaiterSettings(10_000, Duration.ofMillis(20), Duration.ofSeconds(1));

    public WaiterSettings {
        if (limit < 0) {
            throw new IllegalArgumentException("winnow.waiters.limit must not be negative, is " + limit);
        }
        if (firstInterval.compareTo(Duration.ofMillis(1)) < 0 || longestInterval.compareTo(firstInterval) < 0) {
            throw new IllegalArgumentException(
                    "winnow.waiters.first-interval must be at least 1ms and at most longest-interval");
        }
    }
}
