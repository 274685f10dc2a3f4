package dev.winnow.sender.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After}: a number of seconds, or a date in one of the three forms of RFC 9110 (5.6.7 and 10.2.3). At most a day is
 * believed.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MAX_DIGITS = 9;

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
        Instant until = DateUtils.parseStandardDate(value);
        return until == null ? null : Duration.between(now, until);
    }
}
