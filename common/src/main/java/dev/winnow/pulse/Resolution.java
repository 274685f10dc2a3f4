package dev.winnow.pulse;

import java.time.Duration;
import java.time.Instant;

/** The lengths of the intervals that pulses are summed over. The coarser ones keep a week affordable to read. */
public enum Resolution {
    /** For a chart of one hour. */
    TEN_SECONDS(Duration.ofSeconds(10), Duration.ofHours(2)),
    /** For a chart of one day. */
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(2)),
    /** For a chart of one week. */
    HALF_HOUR(Duration.ofMinutes(30), Duration.ofDays(9));

    private final Duration length;
    private final Duration retention;

    Resolution(Duration length, Duration retention) {
        this.length = length;
        this.retention = retention;
    }

    public Duration length() {
        return length;
    }

    /** The time for which pulses of this resolution are kept. */
    public Duration retention() {
        return retention;
    }

    /** The beginning of the interval that holds a time; intervals are aligned with the epoch. */
    public Instant startOf(Instant time) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }
}
