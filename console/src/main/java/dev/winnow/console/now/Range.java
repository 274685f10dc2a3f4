package dev.winnow.console.now;

import dev.winnow.console.access.OpsException;
import dev.winnow.pulse.Resolution;
import java.time.Duration;

/** The ranges of the charts. */
public enum Range {
    HOUR("1h", "1 hour", Duration.ofHours(1), Resolution.TEN_SECONDS),
    DAY("24h", "24 hours", Duration.ofHours(24), Resolution.FIVE_MINUTES),
    WEEK("7d", "7 days", Duration.ofDays(7), Resolution.HALF_HOUR);

    private final String token;
    private final String title;
    private final Duration length;
    private final Resolution resolution;

    Range(String token, String title, Duration length, Resolution resolution) {
        this.token = token;
        this.title = title;
        this.length = length;
        this.resolution = resolution;
    }

    /** The spelling in addresses. */
    public String token() {
        return token;
    }

    public String title() {
        return title;
    }

    public Duration length() {
        return length;
    }

    public Resolution resolution() {
        return resolution;
    }

    /**
     * Reads a range.
     *
     * @throws OpsException 400 if there is no such range
     */
    public static Range parse(String token) {
        for (Range range : values()) {
            if (range.token.equals(token)) {
                return range;
            }
        }
        throw OpsException.badRequest("The range is 1h, 24h or 7d.");
    }
}
