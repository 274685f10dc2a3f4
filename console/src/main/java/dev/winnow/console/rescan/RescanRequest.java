package dev.winnow.console.rescan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are to be judged again.
 *
 * @param from the beginning of the time range in which they were accepted
 * @param to the end of the range, itself not part of it; null for now
 * @param rule only messages whose stored verdict names this rule; null for all
 * @param verdict only messages with this stored category, or {@code failed}; null for all
 * @param perSecond messages a second, 1 to 10,000; null for 200
 */
public record RescanRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String rule,
        @Nullable String verdict,
        @Nullable Integer perSecond) {}
