package dev.winnow.console.rules;

import dev.winnow.worker.scan.state.RuleState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A state as an operator writes it.
 *
 * @param state {@code active}, {@code shadow} or {@code off}
 * @param share the share of messages in percent; null or empty for all
 * @param until a day or a time (UTC), which may lack seconds and zone; null or empty for no end
 * @param pinned whether the fuse leaves the rule alone; null for no
 * @param note the reason, for people
 */
public record StateRequest(
        @Nullable String state,
        @Nullable Integer share,
        @Nullable String until,
        @Nullable Boolean pinned,
        @Nullable String note) {
    /** The longest note, in characters. */
    public static final int MAX_NOTE = 200;

    /**
     * The state of a rule.
     *
     * @throws IllegalArgumentException if the request cannot be one; says why
     */
    public RuleState toState(String rule) {
        String reason = note == null ? "" : note;
        if (reason.length() > MAX_NOTE) {
            throw new IllegalArgumentException("a note has at most " + MAX_NOTE + " characters");
        }
        return new RuleState(
                rule, parseMode(), share == null ? 100 : share, parseEnd(until), pinned != null && pinned, reason);
    }

    /**
     * Reads an end, such as {@code 2026-12-05}, {@code 2026-12-05T08:00} or {@code 2026-12-05T08:00:00Z}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static @Nullable Instant parseEnd(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "an end is a day or a time such as 2026-12-05T08:00:00Z, and not '" + text + "'", e);
        }
    }

    private RuleState.Mode parseMode() {
        try {
            return RuleState.Mode.valueOf(String.valueOf(state).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a state is active, shadow or off", e);
        }
    }
}
