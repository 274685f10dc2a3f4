package dev.winnow.ingest.compat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as forwarders write them: milliseconds or seconds since the epoch in any spelling of a number, or ISO 8601 with an offset. */
final class Stamp {
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    /** Less is seconds: so many milliseconds are a day of March 1973, and so many seconds are past the year 5000. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(?:\\.\\d{0,9})?(?:[eE]\\+?\\d{1,2})?");

    private Stamp() {}

    /** The time; a stamp that makes no sense is worth less than its message and gives nothing. */
    static Optional<Instant> parse(@Nullable String stamp) {
        if (stamp == null) {
            return Optional.empty();
        }
        String bare = stamp.strip();
        return NUMBER.matcher(bare).matches() ? ofNumber(new BigDecimal(bare)) : ofText(bare);
    }

    private static Optional<Instant> ofNumber(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(LATEST)) > 0 || number.signum() <= 0) {
            return Optional.empty();
        }
        long value = number.longValue();
        return Optional.of(value < LEAST_MILLIS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value));
    }

    private static Optional<Instant> ofText(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(Instant.EPOCH) || at.toEpochMilli() > LATEST ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
