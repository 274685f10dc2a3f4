package dev.winnow.sender.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: a number of seconds, or a date in one of the three forms of RFC 9110 (5.6.7 and 10.2.3). A longer
 * time than a day counts as a day.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MAX_DIGITS = 9;

    /** The form of C's {@code asctime}, in UTC; the HTTP client's parser reads the other two forms only. */
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ENGLISH);

    private static final Pattern BLANKS = Pattern.compile(" +");

    private RetryAfter() {}

    static @Nullable Duration parseHeader(@Nullable Header header, Instant now) {
        if (header == null || header.getValue() == null) {
            return null;
        }
        Duration wait = parseWait(header.getValue().strip(), now);
        if (wait == null || wait.isNegative()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration parseWait(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return value.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = parseDate(value);
        return until == null ? null : Duration.between(now, until);
    }

    private static @Nullable Instant parseDate(String value) {
        Instant date = DateUtils.parseStandardDate(value);
        if (date != null) {
            return date;
        }
        try {
            return LocalDateTime.parse(BLANKS.matcher(value).replaceAll(" "), ASCTIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notAsctime) {
            return null;
        }
    }
}
