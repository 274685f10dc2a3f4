package dev.winnow.console.pages;

import dev.winnow.statistics.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and lengths for pages, as templates call it. Stateless; any thread. */
public final class Format {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** A whole number with thin separators, such as 12,345. */
    public String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A rate with as many decimals as it needs: 0, 0.4, 12.3, 1,234. */
    public String rate(double perSecond) {
        if (perSecond == 0) {
            return "0";
        }
        return String.format(Locale.ENGLISH, perSecond < 100 ? "%.1f" : "%,.0f", perSecond);
    }

    /** A length of time in its largest unit: 38 ms, 4.2 s, 12 min, 3 h, 2 d. */
    public String millis(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < 10 * SECOND) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / (double) SECOND);
        }
        if (millis < 2 * MINUTE) {
            return millis / SECOND + " s";
        }
        if (millis < 2 * HOUR) {
            return millis / MINUTE + " min";
        }
        return millis < 2 * DAY ? millis / HOUR + " h" : millis / DAY + " d";
    }

    /** A time in UTC for readers without JavaScript, such as 30 Nov 21:04:11. */
    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** A time for machines. */
    public String machineTime(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** How long ago a time was. */
    public String ago(Instant time) {
        long millis = Math.max(0, Duration.between(time, Instant.now()).toMillis());
        return millis < 5 * SECOND ? "now" : millis(millis) + " ago";
    }

    /** A part in percent: –, 0 %, < 0.1 %, 3.4 %, 56 %. */
    public String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100.0 * part / whole;
        if (part > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        return String.format(Locale.ENGLISH, part == 0 || percent >= 10 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** A share with its 95 % interval, such as 92 % (85–96). */
    public String interval(Precision precision) {
        return String.format(
                Locale.ENGLISH,
                "%.0f %% (%.0f–%.0f)",
                100 * precision.share(),
                100 * precision.low(),
                100 * precision.high());
    }

    /** A signed weight with a real minus. */
    public String weight(long weight) {
        return weight == 0 ? "0" : weight < 0 ? "−" + count(-weight) : "+" + count(weight);
    }

    /** A version of rules, shortened to its label and the first digits of its hash. */
    public String version(String version) {
        return version.length() > 24 ? version.substring(0, 23) + "…" : version;
    }
}
