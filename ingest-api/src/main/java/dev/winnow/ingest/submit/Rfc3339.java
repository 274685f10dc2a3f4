package dev.winnow.ingest.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339, section 5.6 defines them, and no others. Stateless; any thread. */
final class Rfc3339 {
    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";

    private static final Pattern GRAMMAR =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.([0-9]{1,100}))?"
                    + "(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

    private static final int DAY_SECONDS = 86_400;

    private Rfc3339() {}

    /**
     * The instant that the text means; digits behind the nanosecond are dropped. A leap second is the last second of a month in UTC, and
     * the instant after it. The common form, UTC in seconds or milliseconds, takes a short way: the rest of a message costs less to read
     * than a regular expression.
     *
     * @throws DateTimeException if it is no time
     */
    static Instant parseInstant(String text) {
        if (hasForm(text, SECONDS) && !text.startsWith("60", 17)) {
            return Instant.ofEpochSecond(secondsOf(text, 59));
        }
        if (hasForm(text, MILLIS) && !text.startsWith("60", 17)) {
            return Instant.ofEpochSecond(secondsOf(text, 59), parseNumber(text, 20, 23) * 1_000_000L);
        }
        Matcher parts = GRAMMAR.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("a time must be written as in RFC 3339");
        }
        return parseInstant(text, parts);
    }

    private static Instant parseInstant(String text, Matcher parts) {
        long local = secondsOf(text, 60);
        long seconds = parts.group(2) == null ? local : local - offset(parts);
        if (text.startsWith("60", 17)) {
            requireEndOfMonth(seconds);
            return Instant.ofEpochSecond(seconds);
        }
        return Instant.ofEpochSecond(seconds, nanos(parts.group(1)));
    }

    private static long secondsOf(String text, int lastSecond) {
        long day = LocalDate.of(parseNumber(text, 0, 4), parseNumber(text, 5, 7), parseNumber(text, 8, 10))
                .toEpochDay();
        int hour = atMost(23, parseNumber(text, 11, 13));
        int minute = atMost(59, parseNumber(text, 14, 16));
        int second = atMost(lastSecond, parseNumber(text, 17, 19));
        return ((day * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static long offset(Matcher parts) {
        long seconds = atMost(23, Integer.parseInt(parts.group(3))) * 3_600L
                + atMost(59, Integer.parseInt(parts.group(4))) * 60L;
        return parts.group(2).equals("-") ? -seconds : seconds;
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    /** Leap seconds are added at the end of a UTC month (ITU-R TF.460), so the instant after one begins a month. */
    private static void requireEndOfMonth(long seconds) {
        if (seconds % DAY_SECONDS != 0
                || LocalDate.ofEpochDay(seconds / DAY_SECONDS).getDayOfMonth() != 1) {
            throw new DateTimeException("a leap second ends a month in UTC");
        }
    }

    /** Whether the text has a digit in each place where the form has one, and the same characters in all other places. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int parseNumber(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int atMost(int most, int value) {
        if (value > most) {
            throw new DateTimeException("a part of the time is out of its range");
        }
        return value;
    }
}
