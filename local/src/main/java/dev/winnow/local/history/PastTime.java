package dev.winnow.local.history;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in the past as people write it: {@code 90m}, {@code 6h} or {@code 7d} ago, a day, or a time in UTC. Stateless. */
public final class PastTime {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");

    private PastTime() {}

    /**
     * Reads a time.
     *
     * @param option the name of the option, for the error
     * @throws IllegalArgumentException if the text is no time; says what the option takes
     */
    public static Instant parse(String option, String text, Clock clock) {
        Matcher ago = AGO.matcher(text);
        try {
            if (ago.matches()) {
                return clock.instant().minus(unitOf(ago.group(2)).multipliedBy(Integer.parseInt(ago.group(1))));
            }
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " takes a time ago such as 6h or 7d, a day such as 2026-12-05, or a time such as"
                            + " 2026-12-05T08:00:00Z, and not '" + text + "'",
                    e);
        }
    }

    private static Duration unitOf(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
